using KeyedState.Benchmarks.Suites;
using KeyedState.Results;
using KeyedState.Stores.Benchmarks;
using KeyedState.Stores.Benchmarks.Kills;
using KeyedState.Verification;

namespace KeyedState.Stores.Tests.Kills;

/// <summary>A run of kills with verdicts that are given.</summary>
public sealed class KillsRunnerTests : IDisposable
{
    private const int Planned = 3;

    private readonly string folder = Directory.CreateTempSubdirectory("kills-").FullName;
    private readonly StringWriter output = new();
    private readonly StateEntry[] chosen = [StoreCatalogue.Find("SqliteNormal"), StoreCatalogue.Find("Garnet")];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Run_PromiseThatIsBroken_IsStoredAndNamed()
    {
        var (run, path, notStoredBecause) = Run((entry, _) => entry.Name == "Garnet" ? new(9, 1, 9, null) : new(8, 1, 2, null));

        Assert.Null(notStoredBecause);
        Assert.Equal([("Garnet", 27L, false), ("SqliteNormal", 6L, true)], run.Tallies.Select(tally => (tally.Store.State.Name, tally.Lost, tally.IsBroken)));
        Assert.Equal(run.Kills, KillsFile.Load(path).Kills);
        Assert.Contains("Garnet: 9 of 9 acknowledged writes lost.", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_VerdictThatSomethingIsWrong_IsBrokenWhateverIsPromised()
    {
        var (run, _, _) = Run((entry, _) => new(9, 1, 0, entry.Name == "Garnet" ? "Key 1 has\nthe value 5." : null));

        Assert.Equal([true, false], run.Tallies.Select(tally => tally.IsBroken));
        Assert.Equal("Key 1 has the value 5.", run.Tallies[0].Wrong);
    }

    /// <summary>Moments and order are those of the seed that is stored.</summary>
    [Fact]
    public void Run_AnySeed_DrawsADifferentMomentForEachKill()
    {
        var seen = new List<TimeSpan>();
        var (run, _, _) = Run((_, after) =>
        {
            seen.Add(after);
            return new(0, 0, 0, null);
        });

        Assert.Equal(Planned * chosen.Length, run.Kills.Count);
        Assert.False(run.IsPartial);
        Assert.Equal(seen.Select(after => after.TotalMilliseconds), run.Kills.Select(kill => kill.AfterMilliseconds));
        Assert.All(seen, after => Assert.InRange(after.TotalMilliseconds, 20, 1_500));
        Assert.True(seen.Distinct().Count() > 1);
    }

    private (StoredKillsRun Run, string Path, string? NotStoredBecause) Run(Func<StateEntry, TimeSpan, SurvivalVerdict> trial)
    {
        using var interruption = new Interruption(TextWriter.Null);
        return new KillsRunner(new ResultsFolder(folder), new ProgressWriter(output, width: null, TimeProvider.System), interruption).Run(chosen, Planned, isQuotable: true, trial);
    }
}
