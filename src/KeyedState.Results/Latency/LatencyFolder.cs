using System.Globalization;

namespace KeyedState.Results;

/// <summary>Where the latency suite's runs and pages of one machine belong.</summary>
public sealed class LatencyFolder
{
    private const string Suite = "latency";
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    private readonly string folder;

    private LatencyFolder(string folder) => this.folder = folder;

    /// <summary>The folder of a machine.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="machine">The machine.</param>
    public static LatencyFolder Of(ResultsFolder results, StoredMachine machine)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(machine);
        return new(Path.Combine(results.Root, machine.Folder, Suite));
    }

    /// <summary>The folders of all machines that have runs, in ordinal order.</summary>
    /// <param name="results">The results folder.</param>
    public static IReadOnlyList<LatencyFolder> All(ResultsFolder results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return [.. results.Machines.Select(machine => new LatencyFolder(Path.Combine(results.Root, machine, Suite))).Where(folder => folder.RunPaths.Count > 0)];
    }

    /// <summary>The run files, oldest first.</summary>
    public IReadOnlyList<string> RunPaths => Directory.Exists(RunFolder) ? [.. Directory.GetFiles(RunFolder, "*.json").Order(StringComparer.Ordinal)] : [];

    /// <summary>The page of the newest run at a distance of the cores; its pictures are beside it.</summary>
    /// <param name="distance">The distance; null where nobody looked.</param>
    public string ReportPath(CoreDistance? distance) => Path.Combine(folder, distance?.Name ?? "", "report.md");

    /// <summary>The page of a run of named states, which takes the place of no other.</summary>
    /// <param name="distance">The distance; null where nobody looked.</param>
    public string SelectionPath(CoreDistance? distance) => Path.Combine(folder, distance?.Name ?? "", "selection.md");

    /// <summary>Where a run's file belongs.</summary>
    /// <param name="run">The run; its start names the file.</param>
    public string PathOf(StoredLatencyRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Path.Combine(RunFolder, run.Started.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) + ".json");
    }

    /// <summary>The run, started so much later, in whole seconds, that no file has its name yet.</summary>
    /// <param name="run">A run of which nothing is stored yet.</param>
    public StoredLatencyRun WithFreeName(StoredLatencyRun run)
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
