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
        $"While {FigureText.Count(run.Writers)} writers were at work, the engine's process was killed without warning (SIGKILL) and started again in its folder. If the engine runs in its callers' process, that process was killed. Each writer has a key of its own, and half of the writers add. An acknowledged write is lost if neither that write nor a later one to the same key is there afterwards; a write that was not acknowledged may or may not be there. The moments were drawn from the seed {run.Seed.ToString(CultureInfo.InvariantCulture)}. A crash of the system and a power cut were not tested.",
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
