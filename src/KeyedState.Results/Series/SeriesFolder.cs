using System.Globalization;

namespace KeyedState.Results;

/// <summary>Where the runs and pages of one machine and suite of series belong.</summary>
public sealed class SeriesFolder
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    private readonly string folder;
    private readonly string suite;

    private SeriesFolder(ResultsFolder results, string machine, string suite) => (folder, this.suite) = (Path.Combine(results.Root, machine, suite), suite);

    /// <summary>The folder of a machine.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="suite">The suite's name.</param>
    public static SeriesFolder Of(ResultsFolder results, StoredMachine machine, string suite)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(machine);
        return new(results, machine.Folder, suite);
    }

    /// <summary>The folders of all machines that have runs, in ordinal order.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="suite">The suite's name.</param>
    public static IReadOnlyList<SeriesFolder> All(ResultsFolder results, string suite)
    {
        ArgumentNullException.ThrowIfNull(results);
        return [.. results.Machines.Select(machine => new SeriesFolder(results, machine, suite)).Where(folder => folder.RunPaths.Count > 0)];
    }

    /// <summary>The run files, oldest first.</summary>
    public IReadOnlyList<string> RunPaths => Directory.Exists(RunFolder) ? [.. Directory.GetFiles(RunFolder, "*.json").Order(StringComparer.Ordinal)] : [];

    /// <summary>The runs, oldest first.</summary>
    /// <exception cref="StoredRunException">One can't be used, or is of another suite.</exception>
    public IReadOnlyList<StoredSeriesRun> Load() => [.. RunPaths.Select(path => SeriesFile.Load(path, suite))];

    /// <summary>The page of the newest run at a distance of the cores.</summary>
    /// <param name="distance">The distance; null where nobody looked.</param>
    public string ReportPath(CoreDistance? distance) => Path.Combine(folder, distance?.Name ?? "", "report.md");

    /// <summary>The page of a run of named states, which takes the place of no other.</summary>
    /// <param name="distance">The distance; null where nobody looked.</param>
    public string SelectionPath(CoreDistance? distance) => Path.Combine(folder, distance?.Name ?? "", "selection.md");

    /// <summary>Where a run's file belongs.</summary>
    /// <param name="run">The run; its start names the file.</param>
    public string PathOf(StoredSeriesRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Path.Combine(RunFolder, run.Started.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) + ".json");
    }

    /// <summary>The run, started so much later, in whole seconds, that no file has its name yet.</summary>
    /// <param name="run">A run of which nothing is stored yet.</param>
    public StoredSeriesRun WithFreeName(StoredSeriesRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        while (Path.Exists(PathOf(run)))
        {
            run = run with { Started = run.Started.AddSeconds(1) };
        }

        return run;
    }

    /// <summary>Finds out whether a run can be stored before one is made.</summary>
    /// <exception cref="IOException">It cannot; the message is one line that says why.</exception>
    public void Probe()
    {
        var probe = Path.Combine(RunFolder, ".probe");
        WholeFile.Write(probe, "A run may be stored here.\n");
        File.Delete(probe);
    }

    // Not "runs", where the other suites keep theirs, which are of another form.
    private string RunFolder => Path.Combine(folder, "measured");
}
