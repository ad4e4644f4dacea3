using KeyedState.Benchmarks.Environments;
using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>The stored form of what a run is set up from.</summary>
internal static class StoredForms
{
    private const string FixedWork = "fixed work";

    /// <summary>A scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="operationsPerWorker">The fewest operations that a worker has in an iteration of any state.</param>
    public static StoredScenario Of(Scenario scenario, int operationsPerWorker) => new(
        scenario.Name,
        [.. scenario.Roles.Select(role => new StoredRole(role.Name, role.Operation.ToString(), role.Workers, role.Operation.IsMixed() ? role.Writes : null))],
        scenario.Keys.Count,
        scenario.Keys.Filled,
        scenario.DistinctKeys(operationsPerWorker),
        scenario.Values,
        scenario.Seed,
        scenario.Keys.Distribution == KeyDistribution.Uniform ? null : scenario.Keys.Distribution.ToString(),
        scenario.OwnThreads ? true : null);

    /// <summary>A look.</summary>
    public static StoredLook Of(LookPlan look) => new(
        look.Look,
        new StoredPlacement(
            look.Placement.OneCore ? Cores.One : Cores.All,
            look.Placement.RuntimeSettings,
            Of(look.Placement.Lifetime)),
        new StoredProtocol(FixedWork, look.Iterations, look.Window?.Aim.TotalMilliseconds, look.Window?.Run.TotalMicroseconds),
        look.Launches,
        look.AbsentBecause,
        look.Placement.OneCore ? CoreBinding.ChosenCore : null);

    /// <summary>A state.</summary>
    public static StoredState Of(StateEntry entry, long checkedOperations) => new(
        entry.Name,
        entry.Declared.Title,
        entry.Declared.Family.ToString(),
        entry.Declared.Replies.ToString(),
        entry.Declared.BlockingCaller.ToString(),
        entry.Declared.AllocationFree,
        entry.Declared.HowItWorks,
        entry.Declared.OwnTable,
        entry.Declared.DependsOnAlternation is not null,
        checkedOperations,
        entry.Declared.DependsOnAlternation);

    private static StoredLifetime Of(StateLifetime lifetime) => lifetime switch
    {
        StateLifetime.Launch => StoredLifetime.Launch,
        StateLifetime.Iteration => StoredLifetime.Iteration,
        _ => throw new ArgumentOutOfRangeException(nameof(lifetime), lifetime, "A lifetime without a stored form."),
    };
}
