using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>How the matrix is measured, in plain words.</summary>
internal static class MatrixMethod
{
    /// <summary>What there is to know of an axis before its figures; null for nothing.</summary>
    public static string? Of(StoredAxis axis) => axis.Key switch
    {
        "writes" => "How many of the 110 tasks write, while the others read.",
        "keys" => "How many keys the map has, all of them equally popular. From 1,000 keys on, every key is written once before anything is measured. A million keys usually don't fit into the processor's caches.",
        "skew" => "How unevenly 1,000 keys are used: all alike, drawn from a table as the others are; by Zipf's law with the exponent 0.99, as in the YCSB benchmark, where one operation in eight is on the most popular key; or nine operations in ten on one key.",
        "callers" => "How many tasks call. Here each of them makes the original's mix, a write in eleven operations, since few tasks can't be split into 100 readers and 10 writers; with 110 callers that differs from the original, in which a task only reads or only writes: there readers make thousands of reads before a writer's turn comes and disturbs them, which favours designs whose reads cost nothing while nobody writes. The same holds for the share of writes above, which sets how many tasks write. With 10,000 callers an iteration takes ten times as long, so that their start weighs little.",
        "cores" => $"The process is bound to one core{(axis.Points.Count > 2 ? ", or to several that share no physical core as long as there are any," : ",")} or has all. Efficiency is the throughput on all cores, divided by the throughput on one core and by the number of cores.",
        "threads" => "The 110 callers are tasks that share the threads of the pool, or each has a thread of its own, on which it also goes on after it had to wait. An iteration then takes ten times as long, so that the start of all threads weighs little; the empty state's row shows what is left of it.",
        "collector" => "The collector that .NET uses by default in a program, or the one that web services get (`DOTNET_gcServer=1`). An iteration is so short that few collections come about in it, and in designs that allocate nothing none: that a design does not change clearly says little.",
        "mixes" => "Mixes of operations that others publish figures of, over 1,000 keys, made by each of 110 tasks. YCSB's are over Zipf-distributed keys: A writes half of the time, B 5 % and C never; F adds to a key half of the time, in one step. ReadHeavy (2 % writes) and Exchange (90 %) are those of conc-map-bench, whose inserts, removals and updates are all writes here: no key is ever removed. Its RapidGrow, which inserts new keys without end, is left out: what an operation takes would depend on how long one has measured.",
        _ => null,
    };

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(StoredSeriesRun run) =>
    [
        $"- Before anything was timed, each design was checked: {FigureText.Count(run.States.Sum(state => state.State.CheckedOperations))} recorded operations in all had to be linearizable.",
        "- A launch is a process that measures one design at one point after the other, in random order, each with a fresh instance. The points on fewer than all cores and under the other garbage collector have processes of their own, and so has the original's workload that they are held against. Launches of all designs take turns in random order.",
        $"- {SuiteSections.Launches(run)} launches of each design; {FigureText.Count(run.Looks.Select(look => look.Protocol.Iterations).DefaultIfEmpty().Max())} iterations of each point in a launch, of about {FigureText.Significant(run.Looks.Select(look => look.Protocol.WindowMilliseconds ?? 0).DefaultIfEmpty().Max())} ms. A pilot found out how many operations that is. A figure is the median over launches of {OfLaunch(run)}.",
        "- Two designs are compared within each round of launches, and the order is called clear where the interval of their ratio over the rounds does not contain 1. If fewer than six rounds have both designs, there is no interval, and no leader is named. Two designs change places between two points at which the order is clear and different. The place in between is interpolated: the logarithm of the ratio is assumed to change evenly along the axis, or along its logarithm for keys and callers. With so many comparisons, a few of the narrow ones are chance.",
        "- The runtime compiles everything optimised when it first runs (`DOTNET_TieredCompilation=0`), since no point has the seconds that the defaults take to settle. Figures are therefore not those of the headline, which uses the defaults.",
        "- *Limit* marks the empty state: its row is what the harness itself takes, and a design that comes near it is faster than can be measured so.",
    ];

    // The median of two is their mean.
    private static string OfLaunch(StoredSeriesRun run) => run.Looks.All(look => look.Protocol.Iterations == 2) ? "the mean of each launch's two iterations" : "each launch's median iteration";
}
