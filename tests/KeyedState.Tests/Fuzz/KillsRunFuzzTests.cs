using KeyedState.Results;
using KeyedState.Tests.Results.Kills;

namespace KeyedState.Tests.Fuzz;

/// <summary>A stored run of kills is input like any: it gives whole pages, or is refused in one line.</summary>
public sealed class KillsRunFuzzTests
{
    private const int VariantsPerSeed = 500;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Load_AnyDamage_GivesWholePagesOrOneLine(int seed)
    {
        using var damaged = new DamagedRun(path => PageCheck.Problems(KillsFile.Load(path)));
        KillsFile.Save(KillsSamples.Run(), damaged.Path);

        var loaded = damaged.CountLoaded(new RunMutator(File.ReadAllText(damaged.Path), seed), VariantsPerSeed, $"seed {seed}");

        // Damage that is always noticed would never test a page.
        Assert.InRange(loaded, VariantsPerSeed / 20, VariantsPerSeed * 9 / 10);
    }
}
