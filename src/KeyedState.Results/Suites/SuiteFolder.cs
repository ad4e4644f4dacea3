using System.Globalization;

namespace KeyedState.Results;

/// <summary>Where the runs and pages of a suite belong that one machine has measured.</summary>
public sealed class SuiteFolder
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    private readonly string folder;

    private SuiteFolder(string folder) => this.folder = folder;

    /// <summary>The folder of a machine.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="suite">The suite's name.</param>
    public static SuiteFolder Of(ResultsFolder results, StoredMachine machine, string suite)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(machine);
        return new(Path.Combine(results.Root, machine.Folder, suite));
    }

    /// <summary>The folders of all machines that have runs, in ordinal order.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="suite">The suite's name.</param>
    public static IReadOnlyList<SuiteFolder> All(ResultsFolder results, string suite)
    {
        ArgumentNullException.ThrowIfNull(results);
        return [.. results.Machines.Select(machine => new SuiteFolder(Path.Combine(results.Root, machine, suite))).Where(folder => folder.RunPaths.Count > 0)];
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
    /// <param name="started">When the run started, which names the file.</param>
    public string PathOf(DateTimeOffset started) => Path.Combine(RunFolder, started.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) + ".json");

    /// <summary>A start so much later, in whole seconds, that no file has its name yet.</summary>
    /// <param name="started">When a run started of which nothing is stored yet.</param>
    public DateTimeOffset FreeStart(DateTimeOffset started)
    {
        while (Path.Exists(PathOf(started)))
        {
            started = started.AddSeconds(1);
        }

        return started;
    }

    /// <summary>
    /// The newest run at each distance of the cores, and where its page belongs. A run that was broken off
    /// is taken only where none is complete, and one of states that were named only where there is no other.
    /// </summary>
    /// <param name="load">Reads a file.</param>
    /// <exception cref="StoredRunException">A run can't be used.</exception>
    public IEnumerable<(TRun Run, string Page)> Newest<TRun>(Func<string, TRun> load)
        where TRun : ISuiteRun =>
        from runs in RunPaths.Select(load).GroupBy(run => run.Distance)
        let newest = runs.LastOrDefault(run => run is { Quotable: true, IsPartial: false }) ?? runs.LastOrDefault(run => run.Quotable) ?? runs.Last()
        select (newest, ReportPath(newest.Distance));

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
