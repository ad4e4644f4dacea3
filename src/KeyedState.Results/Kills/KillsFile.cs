using System.Globalization;

namespace KeyedState.Results;

/// <summary>A run of kills as a file. Those of a machine lie beside the runs of the stores suite.</summary>
public static class KillsFile
{
    private const string Folder = "kills";
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Writes a run whole or not at all.</summary>
    /// <param name="run">The run.</param>
    /// <param name="path">The file, which is replaced when it exists.</param>
    public static void Save(StoredKillsRun run, string path) => SuiteFile.Save(run, path);

    /// <summary>Reads a run and checks that it can be what kills found.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StoredRunException">The file is missing, damaged, of another version than this code reads, or says what cannot be.</exception>
    public static StoredKillsRun Load(string path) => SuiteFile.Load<StoredKillsRun>(path, StoresFile.Suite, KillsCheck.FirstProblem);

    /// <summary>Where a run belongs.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="machine">The name of the machine's folder.</param>
    /// <param name="started">When it started, which names the file.</param>
    public static string PathOf(ResultsFolder results, string machine, DateTimeOffset started) =>
        Path.Combine(FolderOf(results, machine), started.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) + ".json");

    /// <summary>The files of a machine, oldest first.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="machine">The name of the machine's folder.</param>
    public static IReadOnlyList<string> Paths(ResultsFolder results, string machine) =>
        Directory.Exists(FolderOf(results, machine)) ? [.. Directory.GetFiles(FolderOf(results, machine), "*.json").Order(StringComparer.Ordinal)] : [];

    /// <summary>The newest run of a machine; one that was broken off, or of states that were named, only where there is no other.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="machine">The name of the machine's folder.</param>
    /// <returns>Null where there is none.</returns>
    /// <exception cref="StoredRunException">A run can't be used.</exception>
    public static StoredKillsRun? Newest(ResultsFolder results, string machine)
    {
        StoredKillsRun[] runs = [.. Paths(results, machine).Select(Load)];
        return runs.LastOrDefault(run => run is { Quotable: true, IsPartial: false }) ?? runs.LastOrDefault(run => run.Quotable) ?? runs.LastOrDefault();
    }

    private static string FolderOf(ResultsFolder results, string machine)
    {
        ArgumentNullException.ThrowIfNull(results);
        return Path.Combine(results.Root, machine, StoresFile.Suite, Folder);
    }
}
