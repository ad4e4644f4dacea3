using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites.Series;

/// <summary>A suite in which a process measures one state in scenario after scenario.</summary>
/// <param name="Name">The name on the command line and of the folder under a machine's results.</param>
/// <param name="Looks">Its processes: each state has one of each in a round.</param>
/// <param name="Rounds">The launches of each; six are the fewest that an interval needs.</param>
/// <param name="Budget">How long a run of the usual states, or of some that were named, may take.</param>
/// <param name="Scenarios">All scenarios, in the order in which pages have them.</param>
internal sealed record SeriesSuite(string Name, IReadOnlyList<SeriesLook> Looks, int Rounds, TimeSpan Budget, IReadOnlyList<Scenario> Scenarios)
{
    /// <summary>What the scenarios are points of; null where they stand for themselves.</summary>
    public IReadOnlyList<StoredAxis>? Axes { get; init; }

    /// <summary>Counts how often asynchronous code runs that makes a key's value; null where the suite doesn't ask.</summary>
    public Func<ProgressWriter, Interruption, IReadOnlyList<StoredCreation>>? CountCreations { get; init; }

    /// <summary>Why a state that offers what a scenario needs is not measured in it, by what it keeps for a key; null when it is.</summary>
    public Func<Scenario, KeyMemory, string?> WhyTooLarge { get; init; } = (_, _) => null;

    /// <summary>Why a state is not measured in a scenario; null when it is.</summary>
    /// <param name="entry">The state.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="memory">What it keeps for a key.</param>
    public string? WhyAbsent(StateEntry entry, Scenario scenario, KeyMemory memory) =>
        scenario.Needs.Where(capability => !entry.Offers(capability)).Select(capability => entry.WhyNot(capability) ?? $"it does not offer {capability}").FirstOrDefault()
        ?? (entry.IsLimit ? null : WhyTooLarge(scenario, memory));
}
