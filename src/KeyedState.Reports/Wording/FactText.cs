using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What a run was, in plain phrases.</summary>
internal static class FactText
{
    /// <summary>The question that every run asks.</summary>
    public const string Question = "Who should own shared keyed state?";

    /// <summary>What the callers did.</summary>
    public static string Scenario(StoredRun run) =>
        $"{Words.List([.. run.Scenario.Roles.Select(role => $"{FigureText.Count(role.Workers)} {role.Name}")])} on {Counted(run.Scenario.Keys, "key")}";

    /// <summary>What it ran on.</summary>
    public static string Machine(StoredRun run) =>
        $"{run.Machine.Processor}, {Cores(run)}, {run.Machine.Runtime}";

    /// <summary>The machine's cores.</summary>
    public static string Cores(StoredRun run) => Counted(run.Machine.LogicalCores, "core");

    /// <summary>How far apart the cores were in the iterations on all cores that the figures are from, as a sentence; null where nobody looked.</summary>
    public static string? Distance(RunAnalysis analysis) => analysis.Distance is not { } distance
        ? null
        : $"During {FigureText.Count(analysis.IterationsAt(distance))} of {FigureText.Count(analysis.LookedAt)} iterations on all cores the cores were {distance}: a cache line took {FigureText.Significant(analysis.RoundTrip!.Value)} ns from one core to another and back.";

    /// <summary>What an interval is, as a sentence.</summary>
    public static string Interval { get; } =
        $"The interval in parentheses is for the next run: on a machine like this, about nine of ten runs find the figure within it, apart from what makes all states faster or slower together. It is the interval over the launches, widened by {Share(Look.OneCore)} on one core and {Share(Look.AllCores)} on all cores, and for a ratio of two states by 1.4 times as much.";

    /// <summary>How often the one core was slowed down, as sentences; null where nobody looked.</summary>
    public static string? Pace(RunAnalysis analysis) => (analysis.Pace, analysis.Slowdowns) switch
    {
        (null, _) => null,
        (_, []) => $"Nothing else slowed the core down in any of the {FigureText.Count(analysis.PacesNoted)} iterations on one core.",
        (_, var slowdowns) => $"In {FigureText.Count(slowdowns.Count)} of {FigureText.Count(analysis.PacesNoted)} iterations on one core something else slowed the core down, by up to {FigureText.Fixed(slowdowns.Max(), 2)} times. The one-core figures are from the other iterations alone.",
    };

    /// <summary>When it ran and from which source.</summary>
    public static string Source(StoredRun run) => $"{Date(run)}, {Commit(run)}";

    /// <summary>How much of it there is.</summary>
    public static string Size(StoredRun run) => $"{Counted(run.States.Count, "state")}, {Counted(run.Launches.Count, "launch")}";

    /// <summary>The source, with a word when it was changed.</summary>
    public static string Commit(StoredRun run) => run.Source.Commit is { } commit
        ? $"commit {commit[..Math.Min(commit.Length, 10)]}{(run.Source.Dirty ? " with uncommitted changes" : "")}"
        : "not under version control";

    private static string Share(Look look) => FigureText.Percent(look.Metric.BetweenRuns);

    private static string Counted(int count, string what) =>
        $"{count} {what}{(count == 1 ? "" : what.EndsWith('h') ? "es" : "s")}";

    /// <summary>When it ran.</summary>
    public static string Date(StoredRun run) => run.Started.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
