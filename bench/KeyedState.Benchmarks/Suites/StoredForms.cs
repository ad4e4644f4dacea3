using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>The stored form of what a run is set up from.</summary>
internal static class StoredForms
{
    public static StoredWorkload Of(Workload workload) =>
        new(workload.Name, workload.Readers, workload.Writers, workload.Keys, workload.Values, workload.Seed);

    public static StoredLook Of(LookPlan plan) => new(plan.Look, plan.Launches, plan.Describe(), plan.AbsentBecause);

    public static StoredState Of(StateEntry entry, long checkedOperations) => new(
        entry.Name,
        entry.Declared.Title,
        entry.Declared.Family.ToString(),
        entry.Declared.Replies.ToString(),
        entry.Declared.BlockingCaller.ToString(),
        entry.Declared.AllocationFree,
        entry.Declared.HowItWorks,
        Workload.For(entry.Declared.Cost).Operations,
        checkedOperations);
}
