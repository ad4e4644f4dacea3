using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>The stored form of what a run is set up from.</summary>
internal static class StoredForms
{
    // What the amounts of work were chosen for.
    private const double AimedWindowMilliseconds = 10;
    private const double AimedRunMicroseconds = 1;

    public static StoredScenario Of(Workload workload) => new(
        workload.Name,
        [new("readers", "read", workload.Readers), new("writers", "write", workload.Writers)],
        workload.Keys,
        KeysFilled: false,
        workload.Keys,
        workload.Values,
        workload.Seed);

    public static StoredLook Of(LookPlan plan) => new(
        plan.Look,
        new(plan.Pinned ? Cores.One : Cores.All, plan.RuntimeSettings, plan.FreshState ? StateLifetime.Iteration : StateLifetime.Launch),
        new("fixed work", plan.Iterations, AimedWindowMilliseconds, AimedRunMicroseconds),
        plan.Launches,
        plan.AbsentBecause);

    public static StoredState Of(StateEntry entry, long checkedOperations) => new(
        entry.Name,
        entry.Declared.Title,
        entry.Declared.Family.ToString(),
        entry.Declared.Replies.ToString(),
        entry.Declared.BlockingCaller.ToString(),
        entry.Declared.AllocationFree,
        entry.Declared.HowItWorks,
        checkedOperations);
}
