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
        : $"Of {FigureText.Count(analysis.LookedAt)} iterations on all cores, {FigureText.Count(analysis.IterationsAt(distance))} ran while the cores were {distance}: a cache line took {FigureText.Significant(analysis.RoundTrip!.Value)} ns from one to the other and back.";

    /// <summary>What an interval is, as a sentence.</summary>
    public static string Interval { get; } =
        $"Parentheses hold the interval in which the next run on such a machine finds the figure, in nine cases of ten and apart from what makes all states faster or slower together: the interval over launches, widened by {Share(Look.OneCore)} on one core and {Share(Look.AllCores)} on all cores, for a ratio of two states 1.4 times as much.";

    /// <summary>How often the one core was slowed down, as sentences; null where nobody looked.</summary>
    public static string? Pace(RunAnalysis analysis) => (analysis.Pace, analysis.Slowdowns) switch
    {
        (null, _) => null,
        (_, []) => $"Held against the quietest moments of the run, nothing slowed the core down during the {FigureText.Count(analysis.PacesNoted)} iterations on one core.",
        (_, var slowdowns) => $"The core was slowed down, by up to {FigureText.Fixed(slowdowns.Max(), 2)} times, in {FigureText.Count(slowdowns.Count)} of {FigureText.Count(analysis.PacesNoted)} iterations on one core. The figures on one core are from the others alone.",
    };

    /// <summary>When it ran and from which source.</summary>
    public static string Source(StoredRun run) => $"{Date(run)}, {Commit(run)}";

    /// <summary>How much of it there is.</summary>
    public static string Size(StoredRun run) => $"{Counted(run.States.Count, "state")}, {Counted(run.Launches.Count, "launch")}";

    /// <summary>The source, with a word when it was changed.</summary>
    public static string Commit(StoredRun run) => run.Source.Commit is { } commit
        ? $"commit {commit[..Math.Min(commit.Length, 10)]}{(run.Source.Dirty ? " with changes that are not committed" : "")}"
        : "no version control";

    private static string Share(Look look) => FigureText.Percent(look.Metric.BetweenRuns);

    private static string Counted(int count, string what) =>
        $"{count} {what}{(count == 1 ? "" : what.EndsWith('h') ? "es" : "s")}";

    /// <summary>When it ran.</summary>
    public static string Date(StoredRun run) => run.Started.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
