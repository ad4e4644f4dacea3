using System.Text.Json.Nodes;
using KeyedState.Results;
using KeyedState.Tests.Results.Compound;
using KeyedState.Tests.Results.Matrix;

namespace KeyedState.Tests.Fuzz;

/// <summary>A stored run of series is input, as every stored run is: it either gives whole pages or is refused in one line.</summary>
public sealed class StoredSeriesFuzzTests : IDisposable
{
    private const int VariantsPerSeed = 600;
    private const int LongestMessage = 1_000;

    private readonly string folder = Directory.CreateTempSubdirectory("keyed-state-").FullName;

    private string Path => System.IO.Path.Combine(folder, "run.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

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
        SeriesFile.Save(suite == "matrix" ? MatrixSamples.Run() : CompoundSamples.Run(), Path);
        var mutator = new RunMutator(JsonNode.Parse(File.ReadAllText(Path))!.ToJsonString(), seed);
        var loaded = 0;
        for (var variant = 0; variant < VariantsPerSeed; variant++)
        {
            File.WriteAllBytes(Path, mutator.Next());
            loaded += Try(suite, $"seed {seed}, variant {variant}") ? 1 : 0;
        }

        // Damage that is always noticed would never test a page. Most of a run is lists of scenarios, which notice nearly all.
        Assert.InRange(loaded, VariantsPerSeed / 20, VariantsPerSeed * 9 / 10);
    }

    private bool Try(string suite, string variant)
    {
        try
        {
            var problems = PageCheck.Problems(SeriesFile.Load(Path, suite)).ToArray();
            Assert.True(problems.Length == 0, $"{variant}: {string.Join('\n', problems)}");
            return true;
        }
        catch (StoredRunException refusal)
        {
            var message = refusal.Message;
            Assert.True(
                message.StartsWith(Path, StringComparison.Ordinal) && message.Length <= LongestMessage && !message.Contains('\n') && !message.Any(char.IsControl),
                $"{variant}: {message}");
            return false;
        }
        catch (Exception error) when (error is not Xunit.Sdk.IAssertionException)
        {
            throw new InvalidOperationException(variant, error);
        }
    }
}
