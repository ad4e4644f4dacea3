using System.Text.Json;

namespace KeyedState.Results;

/// <summary>A run of the latency suite as a file.</summary>
public static class LatencyFile
{
    /// <summary>Writes a run whole or not at all.</summary>
    /// <param name="run">The run.</param>
    /// <param name="path">The file, which is replaced when it exists.</param>
    public static void Save(StoredLatencyRun run, string path) => WholeFile.Write(path, JsonSerializer.Serialize(run, RunFormat.WriteOptions) + "\n");

    /// <summary>Reads a run and checks that it can be what a run measured.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StoredRunException">The file is missing, damaged, of another version than this code reads, or says what cannot be.</exception>
    public static StoredLatencyRun Load(string path)
    {
        try
        {
            var run = JsonSerializer.Deserialize<StoredLatencyRun>(File.ReadAllBytes(path), RunFormat.Options) ?? throw new JsonException("null");
            return LatencyCheck.FirstProblem(run) is { } problem
                ? throw new StoredRunException($"{path} says what cannot be: {PlainText.OneLine(problem)}. Delete it, or restore it from version control.")
                : run;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new StoredRunException($"{path} is no run of the latency suite, or a damaged one: delete it, or restore it from version control.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoredRunException($"{path} cannot be read ({PlainText.OneLine(error.Message)}): check that it exists and may be read.", error);
        }
    }
}
