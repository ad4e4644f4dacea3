using KeyedState.Results;

namespace KeyedState.Tests.Fuzz;

/// <summary>The file of a stored run that is damaged again and again. Each time it must give whole pages, or be refused in one line.</summary>
/// <param name="problems">Loads the run at a path, and says what is wrong with what is made of it.</param>
internal sealed class DamagedRun(Func<string, IEnumerable<string>> problems) : IDisposable
{
    private const int LongestMessage = 1_000;

    private readonly string folder = Directory.CreateTempSubdirectory("keyed-state-").FullName;

    /// <summary>Where the file is.</summary>
    public string Path => System.IO.Path.Combine(folder, "run.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Puts one variant after the other in the file's place.</summary>
    /// <param name="mutator">What damages the run.</param>
    /// <param name="variants">How many variants.</param>
    /// <param name="name">What they are called where one fails.</param>
    /// <returns>How many were loaded; all others were refused as they should be.</returns>
    public int CountLoaded(RunMutator mutator, int variants, string name)
    {
        var loaded = 0;
        for (var variant = 0; variant < variants; variant++)
        {
            File.WriteAllBytes(Path, mutator.Next());
            loaded += IsLoaded($"{name}, variant {variant}") ? 1 : 0;
        }

        return loaded;
    }

    /// <summary>Whether the file as it is was loaded, and gave whole pages; otherwise it was refused as it should be.</summary>
    /// <param name="name">What it is called where it fails.</param>
    public bool IsLoaded(string name)
    {
        try
        {
            string[] found = [.. problems(Path)];
            Assert.True(found.Length == 0, $"{name}: {string.Join('\n', found)}");
            return true;
        }
        catch (StoredRunException refusal)
        {
            var message = refusal.Message;
            Assert.True(message.StartsWith(Path, StringComparison.Ordinal) && message.Length <= LongestMessage && !message.Any(char.IsControl), $"{name}: {message}");
            return false;
        }
        catch (Exception error) when (error is not Xunit.Sdk.IAssertionException)
        {
            throw new InvalidOperationException(name, error);
        }
    }
}
