using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>How the latency suite measures, in plain words.</summary>
internal static class LatencyMethod
{
    /// <summary>The lines.</summary>
    /// <param name="analysis">The run.</param>
    public static IEnumerable<string> Lines(LatencyAnalysis analysis)
    {
        var (run, protocol) = (analysis.Run, analysis.Run.Protocol);
        var timed = run.Launches.SelectMany(launch => launch.Closed.Roles).Select(role => role.TimedOneIn).DefaultIfEmpty(1).ToArray();
        var unsteady = run.Launches.Count(launch => !launch.Closed.Steady);
        return
        [
            $"- Before anything was timed, each design was checked: {FigureText.Count(run.States.Sum(state => state.CheckedOperations))} recorded operations in all had to be linearizable.",
            $"- A launch is a process that measures one design under one load after another, in random order, each with a fresh instance; two loops that nobody looks at come first, so that no code is compiled in those that count. {FigureText.Count(run.CompleteRounds)} launches of each design, in random order. The histograms of all launches are added up before a percentile is taken; percentiles are never averaged. An interval is that of the median of the launches' own percentiles, widened where the percentile of all lies outside. A percentile needs ten times beyond it.",
            $"- Closed loop: {FigureText.Significant(protocol.ClosedMilliseconds)} ms are measured, once the rate is steady and every task has completed something{(unsteady > 0 ? $"; {FigureText.Count(unsteady)} of {FigureText.Count(run.Launches.Count)} launches were not steady after the longest ramp-up, or some task had completed nothing by then, and were measured all the same" : "")}. What ends after that is not counted. One in {FigureText.Range([.. timed.Select(one => (double)one)])} operations of a role is timed, at random, so that reading the clock takes a twentieth of the time at most. A time below ten readings of the clock, {LatencyText.Time(analysis.Resolution)}, is *below resolution*, and shown as less than that.",
            $"- A task whose calls complete synchronously lets others have its thread after {FigureText.Significant(protocol.RunMicroseconds)} µs. The wait for its next turn is no service time, since it waits for no answer, but it is a time in which it completes nothing. A gap is known only to the next operation that is timed.",
            $"- Open loop: operations arrive for {FigureText.Significant(protocol.LeadMilliseconds)} ms before the {FigureText.Significant(protocol.OpenMilliseconds)} ms that count, {(protocol.Even ? "evenly spaced" : "as a Poisson process")}. Each belongs to a task beforehand, to any with the same probability. One thread sleeps from each to the next and wakes the tasks that are due; a task that is late goes on at once. Nothing is left out, and nothing corrected afterwards. What the waking takes is in every response time, and the empty state's row shows how much that is.",
            $"- A load counts as reached if {FigureText.Percent(LatencyJudgement.LeastServed)} of the operations due in the window were served in it or within the 100 ms after it, the rest of them soon after, and the backlog did not grow by more than {FigureText.Fixed(100 * LatencyJudgement.MostGrowth, 1)} % of them, nor shrink by more than {FigureText.Percent(LatencyJudgement.MostShrinking)}, in every launch.",
            $"- Which rates and which shares of its capacity a design is put under follows from the highest rate at which the loop was seen to keep its schedule and, for shares, from the capacity in its first launch; a share must stay a sixth below. It is then the same in all launches.",
            .. Paced(run),
            "- The middle of a histogram's bucket is within 1/64 of the times in it. The longest response time is exact; the longest service time of a closed loop is that of the operations that were timed.",
            "- The runtime compiles everything optimised when it first runs (`DOTNET_TieredCompilation=0`), since no load has the seconds that the defaults take to settle.",
        ];
    }

    private static IEnumerable<string> Paced(StoredLatencyRun run)
    {
        StoredPaced[] paced = [.. run.Launches.Select(launch => launch.Paced).OfType<StoredPaced>()];
        return paced.Length == 0 ? [] :
        [
            $"- Paced: after the loops, in the same process and again with fresh instances, the tasks are counted for {FigureText.Significant(1e3 * Median.Of([.. paced.Select(one => one.Original.Seconds)]))} ms in the original's way, and for {FigureText.Significant(1e3 * Median.Of([.. paced.Select(one => one.FixedRate.Seconds)]))} ms at the fixed rate. In both one thread sleeps from each operation that is due to the next, and its time is in the CPU; so is that of the pool's threads, which look for work for a while before they sleep.",
            .. run.Go is { Launches.Count: > 0 } ? ["- Go: the program in `bench/go` is built before the first launch; each of its designs has a process with pauses and one without in every round, in random order among the launches. It counts its own operations and its own CPU for as long as the paced tasks are counted here."] : Array.Empty<string>(),
        ];
    }
}
