using KeyedState.Results;
using KeyedState.Tests.Results.Latency;

namespace KeyedState.Tests.Fuzz;

/// <summary>A stored run of the latency suite is input like any: it gives whole pages, or is refused in one line.</summary>
public sealed class LatencyRunFuzzTests
{
    private const int VariantsPerSeed = 500;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Load_AnyDamage_GivesWholePagesOrOneLine(int seed)
    {
        using var damaged = new DamagedRun(path => PageCheck.Problems(LatencyFile.Load(path)));
        var run = LatencySamples.Run();
        var go = run.Go! with { AbsentBecause = "it ended.", Launches = [.. run.Go.Launches.Where(launch => launch.Round == 0)] };
        LatencyFile.Save(run with { Launches = [.. run.Launches.Where(launch => launch.Round == 0)], PlannedRounds = 1, Go = go }, damaged.Path);

        var loaded = damaged.CountLoaded(new RunMutator(File.ReadAllText(damaged.Path), seed), VariantsPerSeed, $"seed {seed}");

        // Damage that is always noticed would never test a page.
        Assert.InRange(loaded, VariantsPerSeed / 20, VariantsPerSeed * 9 / 10);
    }
}
