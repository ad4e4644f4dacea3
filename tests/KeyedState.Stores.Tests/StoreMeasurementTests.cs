using KeyedState.Results;
using KeyedState.Stores.Benchmarks;
using KeyedState.Stores.Benchmarks.Curves;

namespace KeyedState.Stores.Tests;

/// <summary>A launch and a check of a state, shorter than any that counts.</summary>
public sealed class StoreMeasurementTests
{
    private static readonly StoresProtocol Brief = new(1, StoresProtocol.Loop(milliseconds: 20, lead: 0), StoresProtocol.Loop(milliseconds: 60), StoresProtocol.Arrivals(milliseconds: 30));

    [Theory]
    [InlineData("Lock", 5, false)]
    [InlineData("Garnet", 4, true)]
    [InlineData("SqliteNormal", 4, false)]
    [InlineData("LoopbackEcho", 1, true)]
    [InlineData("Flush", 1, false)]
    public void Run_State_MeasuresItInEveryScenarioThatItTakes(string name, int scenarios, bool hasEngine)
    {
        var launch = RunUntilSomethingIsCounted(name);

        Assert.Equal(scenarios, launch.Loops.Count);
        Assert.Equal(scenarios, launch.Loops.DistinctBy(loop => loop.Scenario).Count());
        Assert.All(launch.Loops, loop =>
        {
            Assert.True(loop.IsPossible);
            Assert.Equal(hasEngine, loop.EngineSeconds is not null);
        });
        Assert.Equal(launch.Loops.Any(loop => loop.Scenario == StoreScenarios.Open.Name), launch.Open is not null);
        Assert.True(launch.Open is null or { IsPossible: true, Rate: 10_000, Scheduled: > 0 });
        Assert.Equal(StoreCurves.Has(StoreCatalogue.Find(name)) ? StoreCurves.Points.OrderBy(point => (point.Depth, point.Callers)) : null, launch.Points?.Select(point => new CurvePoint(point.Callers, point.Depth)).OrderBy(point => (point.Depth, point.Callers)));
        Assert.All(launch.Points ?? [], point => Assert.True(point.IsPossible));
        Assert.Equal(launch.Points is not null && StoreAbsence.Find("redis-benchmark") is not null, launch.Tool is not null);
        Assert.All(launch.Tool ?? [], rate => Assert.True(rate.IsPossible));
        Assert.True(launch.Loops.Sum(loop => loop.Operations) > 0);
    }

    [Fact]
    public void Run_InAProcessOfItsOwn_AnswersTheLaunch()
    {
        var launch = StoreProcess.Run<StoredStoreLaunch>(StoresProtocol.Placement.RuntimeSettings, StoreProcess.Measure, "Lock", "1");

        Assert.Equal("Lock", launch.State);
        Assert.Equal(StoreScenarios.All.Count, launch.Loops.Count);
    }

    [Fact]
    public void Run_StateThatDoesNotExist_SaysWhatFailed() => Assert.Equal(
        "FormatException: There is no state Nobody.",
        Assert.Throws<StoreProcessException>(() => StoreProcess.Run<StoreVerdict>(new Dictionary<string, string>(), StoreProcess.Verify, "Nobody", "1")).Message);

    [Fact]
    public void Choose_NamedEngine_KeepsWhatItIsHeldAgainst() => Assert.Equal(
        ["Lock", "TaskCompletionSourceChannelOwner", "SqliteFull", "LoopbackEcho", "GarnetPing", "OrleansCall", "Flush"],
        StoreCatalogue.Choose(["sqlitefull"]).Select(entry => entry.Name));

    [Fact]
    public void Killed_Engines_AreThoseThatOneProcessHolds()
    {
        string[] killed = [.. StoreCatalogue.Killed.Select(entry => entry.Name)];

        Assert.Contains("Garnet", killed);
        Assert.Contains("SqliteFull", killed);
        Assert.DoesNotContain(killed, name => name.StartsWith("Orleans", StringComparison.Ordinal));
    }

    // A machine that does something else may leave a brief loop without any operation, such as a flush that takes long.
    private static StoredStoreLaunch RunUntilSomethingIsCounted(string name)
    {
        for (var milliseconds = 60; ; milliseconds *= 4)
        {
            var launch = StoreMeasurement.Run(name, Brief with { Closed = StoresProtocol.Loop(milliseconds, lead: milliseconds) }, seed: "1");
            if (launch.Loops.Sum(loop => loop.Operations) > 0 || milliseconds > 10_000)
            {
                return launch;
            }
        }
    }
}
