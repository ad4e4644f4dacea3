using KeyedState.Results;
using KeyedState.Tests.Results.Compound;
using KeyedState.Tests.Results.Matrix;

namespace KeyedState.Tests.Fuzz;

/// <summary>A stored run of series is input, as every stored run is: it either gives whole pages or is refused in one line.</summary>
public sealed class StoredSeriesFuzzTests
{
    private const int VariantsPerSeed = 600;

    [Theory]
    [InlineData("matrix", 1)]
    [InlineData("matrix", 2)]
    [InlineData("matrix", 3)]
    [InlineData("matrix", 4)]
    [InlineData("compound", 5)]
    [InlineData("compound", 6)]
    [InlineData("compound", 7)]
    public void Load_AnyDamage_GivesWholePagesOrOneLine(string suite, int seed)
    {
        using var damaged = new DamagedRun(path => PageCheck.Problems(SeriesFile.Load(path, suite)));
        SeriesFile.Save(suite == "matrix" ? MatrixSamples.Run() : CompoundSamples.Run(), damaged.Path);

        var loaded = damaged.CountLoaded(new RunMutator(File.ReadAllText(damaged.Path), seed), VariantsPerSeed, $"seed {seed}");

        // Damage that is always noticed would never test a page. Most of a run is lists of scenarios, which notice nearly all.
        Assert.InRange(loaded, VariantsPerSeed / 20, VariantsPerSeed * 9 / 10);
    }
}
