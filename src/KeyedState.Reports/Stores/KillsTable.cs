using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What was lost when engines were killed.</summary>
internal static class KillsTable
{
    /// <summary>The section.</summary>
    /// <param name="run">The run of kills.</param>
    public static IEnumerable<string> Lines(StoredKillsRun run) => run.Tallies.Count == 0 ? [] :
    [
        "## What was lost when the engine's process was killed",
        "",
        $"In the middle of {FigureText.Count(run.Writers)} writers the engine's process was ended without a warning (SIGKILL), and started again in its folder; where the engine is in its callers' process, that one. Each writer has a key of its own, and half of them add. An acknowledged write is lost if neither it nor a later one of its key is there afterwards; one that was not answered may be there or not. The moments were drawn from the seed {run.Seed.ToString(CultureInfo.InvariantCulture)}. A crash of the system and a power cut were not tested.",
        "",
        MarkdownText.Row("design", "promised to stay", "kills", "with losses", "acknowledged writes", "lost", "promise"),
        MarkdownText.Row(":--", ":-:", "--:", "--:", "--:", "--:", ":--"),
        .. run.Tallies.Select(Row),
        "",
        .. Wrong(run),
        $"{run.Started.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, {(run.Source.Commit is { Length: > 10 } commit ? $"commit {MarkdownText.Escape(commit[..10])}{(run.Source.Dirty ? " with uncommitted changes" : "")}" : "not under version control")}, files on {MarkdownText.Escape(run.FileSystem)}{(run.IsPartial ? "; **this run was broken off**" : "")}.",
        "",
    ];

    private static string Row(KillTally tally) => MarkdownText.Row(
        LatencyText.NameOf(tally.Store.State),
        tally.IsPromised ? "yes" : "no",
        FigureText.Count(tally.Kills.Count),
        FigureText.Count(tally.WithLosses),
        FigureText.Count(tally.Acknowledged),
        FigureText.Count(tally.Lost),
        tally.IsBroken ? "**broken**" : tally.IsPromised ? "kept" : "none");

    private static IEnumerable<string> Wrong(StoredKillsRun run)
    {
        string[] wrong = [.. run.Tallies.Where(tally => tally.Wrong is not null).Select(tally => $"- {LatencyText.NameOf(tally.Store.State)}: {MarkdownText.Escape(tally.Wrong!)}")];
        return wrong.Length == 0 ? [] : [.. wrong, ""];
    }
}
