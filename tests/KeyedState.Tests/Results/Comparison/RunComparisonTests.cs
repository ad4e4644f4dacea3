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
        { RunAspect.Runtime, Run with { Machine = Run.Machine with { Runtime = ".NET 11.0.0" } } },
        { RunAspect.BenchmarkDotNet, Run with { Source = Run.Source with { Packages = new Dictionary<string, string> { ["BenchmarkDotNet"] = "1.0.0" } } } },
        { RunAspect.Suite, Run with { Suite = "smoke" } },
        { RunAspect.Workload, Run with { Workload = Run.Workload with { Keys = 6 } } },
        { RunAspect.LookSettings, Run with { Looks = [Run.Looks[0] with { Settings = ["other"] }, Run.Looks[1]] } },
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
        var slower = Run.WithLaunches(launch => launch.State == "Lock" ? launch with { Nanoseconds = [.. launch.Nanoseconds.Select(time => 1.25 * time)] } : launch);

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

    [Fact]
    public void Of_OtherOperations_IsNotComparedAndSaysWhy()
    {
        var other = Run with { States = [.. Run.States.Select(state => state.Name == "Lock" ? state with { OperationsPerInvocation = 2000 } : state)] };

        var rows = RunComparison.Of(Run, other).Rows;

        Assert.All(rows, row => Assert.Equal(row.State.Name == "Lock", row.Ratio.Estimate is null));
        Assert.Equal("an invocation had 1000 operations and has 2000", rows.First(row => row.State.Name == "Lock").Ratio.AbsentBecause);
    }

    [Fact]
    public void Of_OtherWorkload_ComparesNothing() => Assert.All(
        RunComparison.Of(Run, Run with { Workload = Run.Workload with { Writers = 1 } }).Rows,
        row => Assert.Equal("the workload differs", row.Ratio.AbsentBecause));

    [Fact]
    public void Of_FailedState_SaysInWhichRun()
    {
        var failed = Run with { Failures = [new("Lock", null, "It lost a write.")] };

        Assert.Equal("in the second run it failed", RunComparison.Of(Run, failed).Rows.First(row => row.State.Name == "Lock").Ratio.AbsentBecause);
    }
}
