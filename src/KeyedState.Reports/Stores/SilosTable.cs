using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What became of the grains of a silo that was killed, or stopped until its cluster gave it up.</summary>
internal static class SilosTable
{
    /// <summary>The section.</summary>
    /// <param name="run">The trials.</param>
    public static IEnumerable<string> Lines(StoredSilosRun run) => run.Trials.Count == 0 ? [] :
    [
        "## What becomes of a silo's grains when it ends or stands still",
        "",
        "Two silos of Orleans under its own settings, and a writer for each key. A *killed* silo had about half of the grains and was ended without a warning (SIGKILL). A *stopped* one had all, stood still (SIGSTOP) until the other silo answered for every key, and went on (SIGCONT) while a client of each silo called. A write is *lost* if it was acknowledged and callers of the other silo found the value of an earlier one afterwards. An answer is *stale* if the disturbed silo gave a value that another had replaced before the read was called.",
        "",
        MarkdownText.Row("design", "silo", "trials", "acknowledged writes", "lost", "stale answers", "replaced before by up to", "keys not linearizable", "answers again after", "ended itself after"),
        MarkdownText.Row(":--", ":--", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "--:"),
        .. from store in run.Stores
           from disturbance in Enum.GetValues<SiloDisturbance>()
           let trials = run.Trials.Where(trial => trial.State == store.State.Name && trial.Disturbance == disturbance).ToArray()
           where trials.Length > 0
           select Row(store, disturbance, trials),
        "",
        .. SingleActivation(run),
        $"{run.Started.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, {(run.Source.Commit is { Length: > 10 } commit ? $"commit {MarkdownText.Escape(commit[..10])}{(run.Source.Dirty ? " with uncommitted changes" : "")}" : "not under version control")}.",
        "",
    ];

    private static string Row(StoredStore store, SiloDisturbance disturbance, StoredSiloTrial[] trials) => MarkdownText.Row(
        LatencyText.NameOf(store.State),
        disturbance == SiloDisturbance.Killed ? "killed" : "stopped",
        FigureText.Count(trials.Length),
        FigureText.Count(trials.Sum(trial => trial.Acknowledged)),
        FigureText.Count(trials.Sum(trial => trial.Lost)),
        disturbance == SiloDisturbance.Killed ? FigureText.Absent : FigureText.Count(trials.Sum(trial => trial.StaleAnswers)),
        trials.Any(trial => trial.StaleAnswers > 0) ? Seconds(trials.Where(trial => trial.StaleAnswers > 0).Select(trial => trial.LongestStaleSeconds).Max()) : FigureText.Absent,
        $"{FigureText.Count(trials.Sum(trial => trial.KeysNotLinearizable))} of {FigureText.Count(trials.Sum(trial => trial.Keys))}",
        Range([.. trials.Select(trial => trial.AnsweredAfterSeconds)]),
        Range([.. trials.Select(trial => trial.EndedAfterSeconds).OfType<double>()]));

    private static IEnumerable<string> SingleActivation(StoredSilosRun run)
    {
        StoredSiloTrial[] stopped = [.. run.Trials.Where(trial => trial.Disturbance == SiloDisturbance.Stopped)];
        return stopped.Length == 0 ? [] :
        [
            "**A single activation** means that the silos of a cluster agree on one activation of each grain, not that no other exists. A silo that the others have given up keeps its grains until it learns of that, and by then the others have created them anew. "
            + (stopped.All(trial => trial.StaleAnswers == 0) ? "Here none of its callers was answered from its old grains before it ended itself."
                : "Here that silo went on answering callers from its old grains, so the callers read values that had been replaced"
                + (stopped.Any(trial => trial.StaleAnswers > 0 && Promises(run, trial)) ? "; a grain that stores every write did so too, because it reads from memory." : ".")),
            "",
        ];
    }

    private static bool Promises(StoredSilosRun run, StoredSiloTrial trial) =>
        run.Stores.Any(store => store.State.Name == trial.State && store.Promise is { SurvivesProcess: true });

    private static string Range(double[] seconds) => seconds.Length == 0 ? FigureText.Absent
        : Seconds(seconds.Min()) is var least && Seconds(seconds.Max()) is var most && least == most ? least : $"{FigureText.Significant(seconds.Min())}–{most}";

    private static string Seconds(double seconds) => $"{FigureText.Significant(seconds)} s";
}
