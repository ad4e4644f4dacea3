using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>How the compound suite measures, in plain words.</summary>
internal static class CompoundMethod
{
    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(StoredSeriesRun run) =>
    [
        $"- Before anything was timed, each design was checked: {FigureText.Count(run.States.Sum(state => state.State.CheckedOperations))} recorded operations in all, plain reads and writes and every operation of several steps that it offers, had to be linearizable.",
        "- A launch is a process that measures one design in all scenarios, one after the other in random order, each with a fresh instance. Launches of all designs take turns in random order. So all scenarios of a launch share one process and what its compiler and its thread pool have come to.",
        $"- {SuiteSections.Launches(run)} launches of each design on all cores and as many on one core; {FigureText.Count(run.Looks.Max(look => look.Protocol.Iterations))} iterations of each scenario in a launch. A pilot found out how much work fills an iteration. A figure is the median over launches of each launch's median iteration.",
        "- Each of the spread ledger's keys is written before anything is measured. In the other scenarios with 100,000 keys an iteration that is not counted makes what the keys of the others need, such as an owner for each.",
        "- The runtime compiles everything optimised when it first runs (`DOTNET_TieredCompilation=0`), since no scenario has the seconds that the defaults take to settle. Figures on all cores are therefore not those of the headline, which uses the defaults.",
        "- What is timed also checks itself: after a launch's last iteration the keys must hold as much as was added to them, and as much together as before the transfers; snapshots of all keys must have that sum while the ledger runs.",
        "- In the scenarios with a wait of 1 ms, one task writes a key that nobody else uses, as many times as each of the others updates, from the moment at which all are released. Its mean time for a write tells how long callers of other keys are held up.",
    ];
}
