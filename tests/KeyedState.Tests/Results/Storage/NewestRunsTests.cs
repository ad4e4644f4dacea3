using KeyedState.Results;
using KeyedState.Tests.Results.Places;

namespace KeyedState.Tests.Results.Storage;

public sealed class NewestRunsTests : IDisposable
{
    private static readonly StoredRun Near = PlaceSamples.Near().Analysis.Run;
    private static readonly StoredRun Far = PlaceSamples.Far().Analysis.Run;

    private readonly string root = Directory.CreateTempSubdirectory("keyed-state-").FullName;

    private ResultsFolder Results => new(root);

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Of_BothDistances_AreTheNewestOfEach()
    {
        Save(Near, 0);
        Save(Far, 1);
        Save(Near, 2);
        Save(Near, 3);

        Assert.Equal([Near.Started.AddDays(3), Near.Started.AddDays(1)], Found().Select(run => run.Started));
    }

    [Fact]
    public void Of_BothDistancesFound_ReadsNothingOlder()
    {
        File.WriteAllText(Save(Near, 0), "damaged");
        Save(Far, 1);
        Save(Near, 2);

        Assert.Equal(2, Found().Count());
    }

    [Fact]
    public void Of_OldRunThatCannotBeUsed_IsPassedOver()
    {
        Save(Far, 0);
        File.WriteAllText(Save(Near, 1), "damaged");
        Save(Near, 2);

        Assert.Equal([CoreDistance.Near, CoreDistance.Far], Found().Select(CoreDistance.MostlyOf));
    }

    [Fact]
    public void Of_NewestRunThatCannotBeUsed_IsRefused()
    {
        Save(Near, 0);
        var damaged = Save(Near, 1);
        File.WriteAllText(damaged, "damaged");

        Assert.StartsWith(damaged, Assert.Throws<StoredRunException>(() => Found().Count()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_CallerThatAsksForTheFirst_ReadsOneFile()
    {
        File.WriteAllText(Save(Near, 0), "damaged");
        Save(Far, 1);

        Assert.Equal(CoreDistance.Far, CoreDistance.MostlyOf(Found().First()));
    }

    [Fact]
    public void Of_RunsThatDoNotCount_GiveWayToOlderOnes()
    {
        Save(Near, 0);
        Save(Near with { Quotable = false }, 1);

        Assert.Equal(Near.Started, Assert.Single(NewestRuns.Of(Results, "test-machine", "headline", run => run.Quotable)).Started);
    }

    private IEnumerable<StoredRun> Found() => NewestRuns.Of(Results, "test-machine", "headline");

    private string Save(StoredRun run, int day)
    {
        var stored = run with { Started = Near.Started.AddDays(day) };
        var path = Results.NewRunPath(stored);
        RunFile.Save(stored, path);
        return path;
    }
}
