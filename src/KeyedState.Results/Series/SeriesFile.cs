using System.Text.Json;

namespace KeyedState.Results;

/// <summary>A run of a suite of series as a file.</summary>
public static class SeriesFile
{
    private const int MostIterations = 1_000;
    private const int MostScenarios = 100;
    private const int MostAxes = 20;
    private const int LongestKey = 20;

    /// <summary>Writes a run whole or not at all.</summary>
    /// <param name="run">The run.</param>
    /// <param name="path">The file, which is replaced when it exists.</param>
    public static void Save(StoredSeriesRun run, string path) => WholeFile.Write(path, JsonSerializer.Serialize(run, RunFormat.WriteOptions) + "\n");

    /// <summary>Reads a run and checks that it can be what a run measured.</summary>
    /// <param name="path">The file.</param>
    /// <param name="suite">The name of the suite that it is to be of.</param>
    /// <exception cref="StoredRunException">The file is missing, damaged, of another version than this code reads or of another suite, or says what cannot be.</exception>
    public static StoredSeriesRun Load(string path, string suite)
    {
        try
        {
            var run = JsonSerializer.Deserialize<StoredSeriesRun>(File.ReadAllBytes(path), RunFormat.Options) ?? throw new JsonException("null");
            return Problem(run, suite) is { } problem
                ? throw new StoredRunException($"{path} says what cannot be: {PlainText.OneLine(problem)}. Delete it, or restore it from version control.")
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

    private static string? Problem(StoredSeriesRun run, string suite)
    {
        IEnumerable<object?> held = [.. run.Looks, .. run.Scenarios, .. run.States, .. run.Capabilities, .. run.Creations ?? [], .. run.Series, .. run.Failures, .. run.Axes ?? [], .. (run.Axes ?? []).SelectMany(axis => axis?.Points ?? []), .. run.Absences ?? []];
        return run.Schema != StoredSeriesRun.CurrentSchema ? FormattableString.Invariant($"schema {run.Schema}, where this version reads {StoredSeriesRun.CurrentSchema}")
            : run.Suite != suite ? $"it is of the suite {run.Suite}, and lies in the folder of {suite}"
            : held.Contains(null) ? "a list holds null"
            : run.Scenarios.Count > MostScenarios || run.Scenarios.DistinctBy(scenario => scenario.Name).Count() < run.Scenarios.Count ? "too many scenarios, or two of one name"
            : run.States.DistinctBy(state => state.State.Name).Count() < run.States.Count ? "two states of one name"
            : AxisProblem(run) is { } axes ? axes
            : run.Creations?.Any(creation => creation.RunsPerKey.Count == 0 || !creation.RunsPerKey.All(runs => runs is >= 1 and < 1e9)) == true ? "code that ran less than once for a key"
            : run.Series.FirstOrDefault(series => !IsPossible(run, series)) is { } wrong ? $"a series of {wrong.State} in {wrong.Scenario} that can't have been measured"
            : null;
    }

    private static string? AxisProblem(StoredSeriesRun run)
    {
        IReadOnlyList<StoredAxis> axes = run.Axes ?? [];
        return axes.Count > MostAxes || axes.DistinctBy(axis => axis.Key).Count() < axes.Count ? "too many axes, or two of one name"
            : axes.FirstOrDefault(axis => !IsPossible(run, axis)) is { } wrong ? $"an axis {wrong.Name} that can't be"
            : (run.Absences ?? []).FirstOrDefault(absence => run.Scenarios.All(scenario => scenario.Name != absence.Scenario)) is { } nowhere ? $"a state that is absent from {nowhere.Scenario}, which is no scenario"
            : null;
    }

    // Its key becomes a file's name.
    private static bool IsPossible(StoredSeriesRun run, StoredAxis axis) =>
        axis.Points.Count is > 0 and <= MostScenarios
        && Enum.IsDefined(axis.Scale)
        && axis.Key.Length is > 0 and <= LongestKey && axis.Key.All(char.IsAsciiLetterLower)
        && axis.Points.All(point => double.IsFinite(point.At) && point.At >= 0 && (point.At > 0 || axis.Scale != AxisScale.Logarithmic))
        && axis.Points.Zip(axis.Points.Skip(1)).All(pair => pair.First.At < pair.Second.At)
        && axis.Points.All(point => run.Scenarios.Any(scenario => scenario.Name == point.Scenario));

    private static bool IsPossible(StoredSeriesRun run, StoredSeries series) =>
        series is { Operations: > 0, Round: >= 0, Times.Count: > 0 and <= MostIterations }
        && series.Bytes.Count == series.Times.Count
        && (series.ApartTimes is null || series.ApartTimes.Count == series.Times.Count)
        && (series.Retries is null || (series.Retries.Count == series.Times.Count && series.Retries.All(retries => double.IsFinite(retries) && retries >= 0)))
        && series.Times.Concat(series.ApartTimes ?? []).All(time => double.IsFinite(time) && time > 0)
        && series.Bytes.All(bytes => double.IsFinite(bytes) && bytes >= 0)
        && run.Scenarios.Any(scenario => scenario.Name == series.Scenario)
        && run.States.Any(state => state.State.Name == series.State);
}
