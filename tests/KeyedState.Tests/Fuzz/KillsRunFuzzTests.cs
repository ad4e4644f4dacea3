using KeyedState.Results;
using KeyedState.Tests.Results.Kills;

namespace KeyedState.Tests.Fuzz;

/// <summary>A stored run of kills is input like any: it gives whole pages, or is refused in one line.</summary>
public sealed class KillsRunFuzzTests : IDisposable
{
    private const int VariantsPerSeed = 500;
    private const int LongestMessage = 1_000;

    private readonly string folder = Directory.CreateTempSubdirectory("keyed-state-").FullName;

    private string Path => System.IO.Path.Combine(folder, "run.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Load_AnyDamage_GivesWholePagesOrOneLine(int seed)
    {
        KillsFile.Save(KillsSamples.Run(), Path);
        var mutator = new RunMutator(File.ReadAllText(Path), seed);
        var loaded = 0;
        for (var variant = 0; variant < VariantsPerSeed; variant++)
        {
            File.WriteAllBytes(Path, mutator.Next());
            loaded += Try($"seed {seed}, variant {variant}") ? 1 : 0;
        }

        // Damage that is always noticed would never test a page.
        Assert.InRange(loaded, VariantsPerSeed / 20, VariantsPerSeed * 9 / 10);
    }

    private bool Try(string variant)
    {
        try
        {
            var problems = PageCheck.Problems(KillsFile.Load(Path)).ToArray();
            Assert.True(problems.Length == 0, $"{variant}: {string.Join('\n', problems)}");
            return true;
        }
        catch (StoredRunException refusal)
        {
            var message = refusal.Message;
            Assert.True(message.StartsWith(Path, StringComparison.Ordinal) && message.Length <= LongestMessage && !message.Any(char.IsControl), $"{variant}: {message}");
            return false;
        }
        catch (Exception error) when (error is not Xunit.Sdk.IAssertionException)
        {
            throw new InvalidOperationException(variant, error);
        }
    }
}
