using System.Text.Json;

namespace KeyedState.Results;

/// <summary>A run of a suite as a file.</summary>
internal static class SuiteFile
{
    private const long LargestFile = 64L << 20;
    private const int LongestProblem = 300;

    /// <summary>Writes a run whole or not at all.</summary>
    /// <param name="run">The run.</param>
    /// <param name="path">The file, which is replaced when it exists.</param>
    public static void Save<TRun>(TRun run, string path) => WholeFile.Write(path, TextOf(run));

    /// <summary>A run as it is stored.</summary>
    /// <param name="run">The run.</param>
    public static string TextOf<TRun>(TRun run) => JsonSerializer.Serialize(run, RunFormat.WriteOptions) + "\n";

    /// <summary>Reads a run and checks that it can be what a run measured.</summary>
    /// <param name="path">The file.</param>
    /// <param name="suite">The name of the suite that it is to be of.</param>
    /// <param name="firstProblem">What about a run as it was read cannot be, as a phrase; null when all is well.</param>
    /// <exception cref="StoredRunException">The file is missing, damaged, of another version than this code reads or of another suite, or says what cannot be.</exception>
    public static TRun Load<TRun>(string path, string suite, Func<TRun, string?> firstProblem)
        where TRun : class
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestFile })
            {
                throw new StoredRunException($"{path} is larger than {LargestFile >> 20} MiB and no stored run: move it elsewhere.");
            }

            var run = JsonSerializer.Deserialize<TRun>(File.ReadAllBytes(path), RunFormat.Options) ?? throw new JsonException("null");
            return firstProblem(run) is { } problem
                ? throw new StoredRunException($"{path} says what cannot be: {PlainText.OneLine(problem, LongestProblem)}. Delete it, or restore it from version control.")
                : run;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new StoredRunException($"{path} is no run of the {suite} suite, or a damaged one: delete it, or restore it from version control.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoredRunException($"{path} cannot be read ({PlainText.OneLine(error.Message)}): check that it exists and may be read.", error);
        }
    }
}
