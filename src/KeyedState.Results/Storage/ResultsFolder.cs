using System.Globalization;

namespace KeyedState.Results;

/// <summary>
/// Where everything lies under results: <c>machine/suite/runs/20260131T235959Z.json</c>, in <c>machine/suite/near</c> and
/// <c>machine/suite/far</c> the page, the picture and the exports of the newest run of each distance, and directly in
/// <c>machine/suite</c> those of runs whose distance nobody could see.
/// </summary>
public sealed class ResultsFolder
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Names the root; nothing is created or read yet.</summary>
    /// <param name="root">The results folder, which need not exist.</param>
    public ResultsFolder(string root) => Root = root;

    /// <summary>The results folder.</summary>
    public string Root { get; }

    /// <summary>The machines that have results, in ordinal order of their folders.</summary>
    public IReadOnlyList<string> Machines => FoldersIn(Root);

    /// <summary>The suites that a machine has runs of, in ordinal order.</summary>
    /// <param name="machine">The machine's folder.</param>
    public IReadOnlyList<string> SuitesOf(string machine) =>
        [.. FoldersIn(Path.Combine(Root, machine)).Where(suite => RunsOf(machine, suite).Count > 0)];

    /// <summary>The run files of a suite, oldest first. A half-written file is never among them.</summary>
    /// <param name="machine">The machine's folder.</param>
    /// <param name="suite">The suite.</param>
    public IReadOnlyList<string> RunsOf(string machine, string suite)
    {
        var folder = Path.Combine(SuiteFolder(machine, suite), "runs");
        return In(folder, () => Directory.GetFiles(folder, "*.json").Where(IsRun));
    }

    /// <summary>Where a run's file belongs. It is the same for the same run, however many launches it has had.</summary>
    /// <param name="run">The run; its start names the file.</param>
    public string NewRunPath(StoredRun run) => Path.Combine(
        SuiteFolder(run), "runs", run.Started.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) + ".json");

    /// <summary>
    /// The run, started so much later, in whole seconds, that no run file has its name yet: after a clock was set back, or two runs
    /// within a second, a new run must not replace an old one.
    /// </summary>
    /// <param name="run">A run of which nothing is stored yet.</param>
    public StoredRun WithFreeName(StoredRun run)
    {
        while (Path.Exists(NewRunPath(run)))
        {
            run = run with { Started = run.Started.AddSeconds(1) };
        }

        return run;
    }

    /// <summary>Finds out whether a run can be stored before one is made.</summary>
    /// <param name="machine">The machine's folder, which is created when it is missing.</param>
    /// <param name="suite">The suite.</param>
    /// <exception cref="IOException">It cannot; the message is one line that says why.</exception>
    public void Probe(string machine, string suite)
    {
        var probe = Path.Combine(SuiteFolder(machine, suite), "runs", ".probe");
        WholeFile.Write(probe, "A run may be stored here.\n");
        File.Delete(probe);
    }

    /// <summary>Where BenchmarkDotNet's own exports of a place's newest run belong.</summary>
    /// <param name="place">The place.</param>
    /// <param name="suite">The suite.</param>
    public string BenchmarkDotNetFolder(Place place, string suite) => Path.Combine(PagesFolder(place, suite), "benchmarkdotnet");

    /// <summary>The page of a place's newest run.</summary>
    /// <param name="place">The place.</param>
    /// <param name="suite">The suite.</param>
    public string ReportPath(Place place, string suite) => Path.Combine(PagesFolder(place, suite), "report.md");

    /// <summary>The picture of a place's newest run.</summary>
    /// <param name="place">The place.</param>
    /// <param name="suite">The suite.</param>
    public string ChartPath(Place place, string suite) => Path.Combine(PagesFolder(place, suite), "launches.svg");

    /// <summary>A place's newest run in Go's benchmark text format.</summary>
    /// <param name="place">The place.</param>
    /// <param name="suite">The suite.</param>
    public string BenchmarkTextPath(Place place, string suite) => Path.Combine(PagesFolder(place, suite), "benchfmt.txt");

    /// <summary>The page of all places side by side.</summary>
    public string PlacesPath => Path.Combine(Root, "README.md");

    /// <summary>The picture of all places.</summary>
    public string PlacesChartPath => Path.Combine(Root, "machines.svg");

    /// <summary>The page of a suite's history.</summary>
    /// <param name="machine">The machine's folder.</param>
    /// <param name="suite">The suite.</param>
    public string HistoryPath(string machine, string suite) => Path.Combine(SuiteFolder(machine, suite), "history.md");

    /// <summary>The picture of a suite's history.</summary>
    /// <param name="machine">The machine's folder.</param>
    /// <param name="suite">The suite.</param>
    public string HistoryChartPath(string machine, string suite) => Path.Combine(SuiteFolder(machine, suite), "history.svg");

    private string SuiteFolder(string machine, string suite) => Path.Combine(Root, machine, suite);

    private string SuiteFolder(StoredRun run) => SuiteFolder(run.Machine.Folder, run.Suite);

    private string PagesFolder(Place place, string suite) => place.Distance is { } distance
        ? Path.Combine(SuiteFolder(place.Machine, suite), distance.Name)
        : SuiteFolder(place.Machine, suite);

    private static bool IsRun(string path) => DateTime.TryParseExact(
        Path.GetFileNameWithoutExtension(path), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string[] FoldersIn(string folder) => In(folder, () => Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)!));

    private static string[] In(string folder, Func<IEnumerable<string>> names)
    {
        try
        {
            return Directory.Exists(folder) ? [.. names().Order(StringComparer.Ordinal)] : [];
        }
        catch (UnauthorizedAccessException error)
        {
            throw new StoredRunException($"{folder} cannot be read by this user: give the right to, or move it out of the results.", error);
        }
    }
}
