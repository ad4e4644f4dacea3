using System.Text.Json;

namespace KeyedState.Results;

/// <summary>A run of the compound suite as a file.</summary>
public static class CompoundFile
{
    private const int MostIterations = 1_000;
    private const int MostScenarios = 100;

    /// <summary>Writes a run whole or not at all.</summary>
    /// <param name="run">The run.</param>
    /// <param name="path">The file, which is replaced when it exists.</param>
    public static void Save(StoredCompoundRun run, string path) => WholeFile.Write(path, JsonSerializer.Serialize(run, RunFormat.WriteOptions) + "\n");

    /// <summary>Reads a run and checks that it can be what a run measured.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StoredRunException">The file is missing, damaged, of another version than this code reads, or says what cannot be.</exception>
    public static StoredCompoundRun Load(string path)
    {
        try
        {
            var run = JsonSerializer.Deserialize<StoredCompoundRun>(File.ReadAllBytes(path), RunFormat.Options) ?? throw new JsonException("null");
            return Problem(run) is { } problem
                ? throw new StoredRunException($"{path} says what cannot be: {PlainText.OneLine(problem)}. Delete it, or restore it from version control.")
                : run;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new StoredRunException($"{path} is no run of the compound suite, or a damaged one: delete it, or restore it from version control.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoredRunException($"{path} cannot be read ({PlainText.OneLine(error.Message)}): check that it exists and may be read.", error);
        }
    }

    private static string? Problem(StoredCompoundRun run)
    {
        IEnumerable<object?> held = [.. run.Looks, .. run.Scenarios, .. run.States, .. run.Capabilities, .. run.Creations, .. run.Series, .. run.Failures];
        return run.Schema != StoredCompoundRun.CurrentSchema ? FormattableString.Invariant($"schema {run.Schema}, where this version reads {StoredCompoundRun.CurrentSchema}")
            : held.Contains(null) ? "a list holds null"
            : run.Scenarios.Count > MostScenarios || run.Scenarios.DistinctBy(scenario => scenario.Name).Count() < run.Scenarios.Count ? "too many scenarios, or two of one name"
            : run.States.DistinctBy(state => state.State.Name).Count() < run.States.Count ? "two states of one name"
            : run.Creations.Any(creation => creation.RunsPerKey.Count == 0 || !creation.RunsPerKey.All(runs => runs is >= 1 and < 1e9)) ? "code that ran less than once for a key"
            : run.Series.FirstOrDefault(series => !IsPossible(run, series)) is { } wrong ? $"a series of {wrong.State} in {wrong.Scenario} that can't have been measured"
            : null;
    }

    private static bool IsPossible(StoredCompoundRun run, StoredSeries series) =>
        series is { Operations: > 0, Round: >= 0, Times.Count: > 0 and <= MostIterations }
        && series.Bytes.Count == series.Times.Count
        && (series.ApartTimes is null || series.ApartTimes.Count == series.Times.Count)
        && (series.Retries is null || (series.Retries.Count == series.Times.Count && series.Retries.All(retries => double.IsFinite(retries) && retries >= 0)))
        && series.Times.Concat(series.ApartTimes ?? []).All(time => double.IsFinite(time) && time > 0)
        && series.Bytes.All(bytes => double.IsFinite(bytes) && bytes >= 0)
        && run.Scenarios.Any(scenario => scenario.Name == series.Scenario)
        && run.States.Any(state => state.State.Name == series.State);
}
