using System.Globalization;
using System.Text;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>
/// A run in Go's benchmark text format, which <c>benchstat</c> and others read: configuration lines, then a line a
/// launch, so that the launches of a state are repetitions. Source: R. Cox and A. Clements, Proposal: Go Benchmark Data
/// Format, https://go.dev/design/14313-benchmark-format.
/// </summary>
public static class BenchmarkText
{
    /// <summary>
    /// Renders the run. Configuration names what figures are only comparable under, since benchstat puts
    /// runs that differ in any of it into tables of their own; the commit, which is what one compares, the start and the runtime stand in lines that
    /// readers skip. States that failed are left out.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <returns>Lines such as <c>BenchmarkLock/look=one-core 1 13.4 ns/op 0 B/op</c>, in order of states, looks and rounds.</returns>
    public static string Render(StoredRun run)
    {
        var names = Names(run.States);
        var failed = run.Failures.Where(failure => !failure.Discarded).Select(failure => failure.State).ToHashSet();
        var pace = QuietPace.Of(run);
        string[] lines =
        [
            Skipped("Commit", run.Source.Commit is { } commit ? commit + (run.Source.Dirty ? " with uncommitted changes" : "") : "unknown"),
            Skipped("Started", run.Started.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            Skipped("Runtime", run.Machine.Runtime),
            Configuration("goos", SystemOf(run.Machine.System)),
            Configuration("goarch", ArchitectureOf(run.Machine.Architecture)),
            Configuration("cpu", $"{run.Machine.Processor}, {FactText.Cores(run)}"),
            Configuration("suite", run.Suite),
            Configuration("scenario", $"{run.Scenario.Name}: {FactText.Scenario(run)}"),
            "",
            .. from state in run.States
               where !failed.Contains(state.Name)
               from launch in run.Launches.Where(launch => launch.State == state.Name).OrderBy(launch => launch.Look.Order).ThenBy(launch => launch.Round)
               from line in Lines(names[state.Name], launch, run.Scenario.Roles, pace)
               select line,
        ];
        return string.Join('\n', lines) + "\n";
    }

    // Figures at different distances of the cores are never put together.
    private static IEnumerable<string> Lines(string name, StoredLaunch launch, IReadOnlyList<StoredRole> roles, QuietPace? pace) =>
        from distance in launch.Note.Of(Metric.CoresBefore).Count == 0 ? [null] : (IReadOnlyList<CoreDistance?>)CoreDistance.All
        let figure = LaunchFigure.Of(launch, roles, distance, pace)
        where figure is not null
        select Line(distance is null ? name : $"{name}/cores={distance}", launch, figure, launch.Note.At(distance).Of(Metric.Allocated));

    private static string Line(string name, StoredLaunch launch, LaunchFigure figure, IReadOnlyList<double> allocated)
    {
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name}/look={launch.Look.Key} {figure.Iterations.Count} {figure.NanosecondsPerOperation:0.####} ns/op")
            + (allocated.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {allocated.Average() / launch.Operations:0.####} B/op"));
    }

    /// <summary>Go's name of the system; of those that .NET runs on, all that name themselves otherwise are Linux distributions.</summary>
    private static string SystemOf(string system) =>
        Mentions(system, "Windows") ? "windows" : Mentions(system, "macOS") || Mentions(system, "Darwin") ? "darwin" : Mentions(system, "FreeBSD") ? "freebsd" : "linux";

    private static bool Mentions(string system, string name) => system.Contains(name, StringComparison.OrdinalIgnoreCase);

    private static string ArchitectureOf(string architecture) => architecture switch
    {
        "X64" => "amd64",
        "X86" => "386",
        _ => architecture.ToLowerInvariant(),
    };

    private static string Configuration(string key, string value) => $"{key}: {PlainText.OneLine(value).Trim()}".TrimEnd();

    /// <summary>A line that begins with a capital letter and is no result.</summary>
    private static string Skipped(string what, string value) => $"{what}: {PlainText.OneLine(value).Trim()}".TrimEnd();

    /// <summary>Names of letters, digits and low lines, distinct also where states' names differ in other characters alone.</summary>
    private static Dictionary<string, string> Names(IReadOnlyList<StoredState> states)
    {
        var names = new Dictionary<string, string>();
        var taken = new HashSet<string>();
        foreach (var state in states)
        {
            var name = "Benchmark" + Plain(state.Name);
            for (var next = 2; !taken.Add(name); next++)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"Benchmark{Plain(state.Name)}_{next}");
            }

            names.Add(state.Name, name);
        }

        return names;
    }

    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            plain.Append(char.IsAsciiLetterOrDigit(character) ? character : '_');
        }

        // The name has to go on with an upper-case letter: Benchmarking is another word.
        plain[0] = char.ToUpperInvariant(plain[0]);
        return char.IsAsciiLetterUpper(plain[0]) ? plain.ToString() : "X" + plain;
    }
}
