using KeyedState.Results;

namespace KeyedState.Tests.Results.Comparison;

public sealed class RunComparisonTests
{
    private static readonly StoredRun Run = SampleRun.Headline();

    public static TheoryData<RunAspect, StoredRun> Changes => new()
    {
        { RunAspect.Machine, Run with { Machine = Run.Machine with { ProcessorModel = "family 2" } } },
        { RunAspect.Machine, Run with { Machine = Run.Machine with { LogicalCores = 4 } } },
        { RunAspect.Machine, Run with { Machine = Run.Machine with { System = "Test OS 2.0" } } },
        { RunAspect.Card, Run with { Cards = new(SampleCard.Before with { LoneSwap = 9 }, After: null) } },
        { RunAspect.Runtime, Run with { Machine = Run.Machine with { Runtime = ".NET 11.0.0" } } },
        { RunAspect.BenchmarkDotNet, Run with { Source = Run.Source with { Packages = new Dictionary<string, string> { ["BenchmarkDotNet"] = "1.0.0" } } } },
        { RunAspect.Suite, Run with { Suite = "smoke" } },
        { RunAspect.Scenario, Run with { Scenario = Run.Scenario with { Keys = 6 } } },
        { RunAspect.Scenario, Run with { Scenario = Run.Scenario with { KeysFilled = true } } },
        { RunAspect.Scenario, Run with { Scenario = Run.Scenario with { Roles = [Run.Scenario.Roles[0], new("writers", "add", 10)] } } },
        { RunAspect.Placement, WithPlacement(placement => placement with { RuntimeSettings = new Dictionary<string, string> { ["DOTNET_gcServer"] = "1" } }) },
        { RunAspect.Placement, WithPlacement(placement => placement with { StateLifetime = StoredLifetime.Launch }) },
        { RunAspect.Protocol, WithProtocol(protocol => protocol with { Iterations = 7 }) },
        { RunAspect.Protocol, WithProtocol(protocol => protocol with { WindowMilliseconds = 21 }) },
        { RunAspect.Protocol, WithProtocol(protocol => protocol with { RunMicroseconds = 50 }) },
        { RunAspect.Protocol, WithProtocol(protocol => protocol with { WindowMilliseconds = null, RunMicroseconds = null }) },
        { RunAspect.Source, Run with { Source = Run.Source with { Commit = "abc" } } },
        { RunAspect.Source, Run with { Source = Run.Source with { Dirty = true } } },
        { RunAspect.Age, Run with { Started = Run.Started.AddDays(8) } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Of_OneAspectDiffers_NamesIt(RunAspect aspect, StoredRun other) =>
        Assert.Equal(aspect, Assert.Single(RunComparison.Of(Run, other).Differences).Aspect);

    [Fact]
    public void Of_TheSameRun_DiffersInNothing()
    {
        var comparison = RunComparison.Of(Run, Run with { Started = Run.Started.AddDays(1) });

        Assert.Empty(comparison.Differences);
        Assert.Equal(18, comparison.Rows.Count);
        Assert.All(comparison.Rows, row => Assert.True(row.Ratio.Estimate!.Includes(1)));
    }

    [Fact]
    public void Of_SlowerState_HasTheRatioOfEachLooksFigure()
    {
        var slower = Run.WithLaunches(launch => launch.State == "Lock" ? launch.WithTimes(time => 1.25 * time) : launch);

        var rows = RunComparison.Of(Run, slower).Rows.Where(row => row.State.Name == "Lock").ToArray();

        Assert.Equal(1.25, rows.Single(row => row.Look == Look.OneCore).Ratio.Estimate!.Center, 1e-9);
        Assert.Equal(0.8, rows.Single(row => row.Look == Look.AllCores).Ratio.Estimate!.Center, 1e-9);
    }

    [Fact]
    public void Of_StatesOfOneSide_AreAddedAndRemoved()
    {
        var fewer = Run with { States = [.. Run.States.Skip(1)], Launches = [.. Run.Launches.Where(launch => launch.State != Run.States[0].Name)] };

        Assert.Equal(Run.States[0], Assert.Single(RunComparison.Of(Run, fewer).Removed));
        Assert.Equal(Run.States[0], Assert.Single(RunComparison.Of(fewer, Run).Added));
        Assert.Equal(16, RunComparison.Of(fewer, Run).Rows.Count);
    }

    [Theory]
    [InlineData(21, 25)]
    [InlineData(20, 50)]
    public void Of_OtherWindowOrRun_IsNotComparedAndSaysWhy(double window, double run)
    {
        var rows = RunComparison.Of(Run, WithProtocol(protocol => protocol with { WindowMilliseconds = window, RunMicroseconds = run })).Rows;

        Assert.All(rows, row => Assert.Equal(row.Look == Look.OneCore, row.Ratio.Estimate is null));
        Assert.Equal("the work of an iteration differs", rows.First(row => row.Look == Look.OneCore).Ratio.AbsentBecause);
    }

    [Fact]
    public void Of_OtherOperationsInTheSameWindow_IsCompared()
    {
        var other = Run.WithLaunches(launch => launch with { Operations = 2 * launch.Operations });

        Assert.All(RunComparison.Of(Run, other).Rows, row => Assert.Equal(row.Look == Look.OneCore ? 0.5 : 2, row.Ratio.Estimate!.Center, 1e-9));
    }

    [Fact]
    public void Of_OtherScenario_ComparesNothing() => Assert.All(
        RunComparison.Of(Run, Run with { Scenario = Run.Scenario with { Roles = [Run.Scenario.Roles[0], Run.Scenario.Roles[1] with { Workers = 1 }] } }).Rows,
        row => Assert.Equal("the scenario differs", row.Ratio.AbsentBecause));

    [Fact]
    public void Of_FailedState_SaysInWhichRun()
    {
        var failed = Run with { Failures = [new("Lock", null, "It lost a write.")] };

        Assert.Equal("in the second run it failed", RunComparison.Of(Run, failed).Rows.First(row => row.State.Name == "Lock").Ratio.AbsentBecause);
    }

    private static StoredRun WithPlacement(Func<StoredPlacement, StoredPlacement> change) =>
        Run with { Looks = [Run.Looks[0] with { Placement = change(Run.Looks[0].Placement) }, Run.Looks[1]] };

    private static StoredRun WithProtocol(Func<StoredProtocol, StoredProtocol> change) =>
        Run with { Looks = [Run.Looks[0] with { Protocol = change(Run.Looks[0].Protocol) }, Run.Looks[1]] };
}
