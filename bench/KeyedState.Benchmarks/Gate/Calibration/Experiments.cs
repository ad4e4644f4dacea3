using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Gate;

/// <summary>What a calibration does.</summary>
internal static class Experiments
{
    /// <summary>The states that slowdowns are planted into: a lock, a dictionary, an owner and a mailbox.</summary>
    public static IReadOnlyList<string> Planted { get; } = ["Lock", "ConcurrentDictionary", "BatchedOwner", "Mailbox"];

    /// <summary>The states that the look at latency is calibrated with: an actor and a queue that wake a thread for each operation.</summary>
    public static IReadOnlyList<string> Loaded { get; } = ["Mailbox", "TaskCompletionSourceChannelOwner"];

    private static readonly double PlantedUnderLoad = Math.Log(2);

    private const string SameTitle = "the same build";
    private const string PlantedTitle = "planted";

    private static readonly double[] Few = [Math.Log(1.01), Math.Log(1.02)];
    private static readonly double[] Many = [Math.Log(1.03), Math.Log(1.05)];

    private const int HeadlineStates = 17;

    // How long the work of the critical section is, in turns of the delay loop: ten times what the lock itself takes, so that
    // it is the section that decides and not how waiters are woken.
    private const int SectionTurns = 300;

    /// <summary>All experiments of the looks that this machine can take.</summary>
    public static IReadOnlyList<Experiment> For(IReadOnlyList<LookSetup> looks) =>
        [.. looks.Where(look => look.AbsentBecause is null).SelectMany(look => look.Load is not null ? UnderLoad(look) : look.Rules.Look == Look.OneCore ? OnOneCore(look) : OnAllCores(look))];

    private static IEnumerable<Experiment> OnOneCore(LookSetup look) =>
    [
        new(ExperimentKind.Same, "one-core-same", SameTitle, look, null, 8, HeadlineStates, (hello, _) => All(hello, look, edited: null)),
        .. UnrelatedChange.All.Select(change =>
            new Experiment(ExperimentKind.Unrelated, $"one-core-{change.Name}", $"unrelated change: {change.Name.Replace('-', ' ')}", look, change.Name, 2, HeadlineStates, (hello, _) => All(hello, look, change.Edited))),
        new(ExperimentKind.Planted, "one-core-planted-few", PlantedTitle, look, null, 7, Planted.Count * Few.Length, (_, choose) => choose(Planted, Few)),
        new(ExperimentKind.Planted, "one-core-planted-many", PlantedTitle, look, null, 25, Planted.Count * Many.Length, (_, choose) => choose(Planted, Many)),
    ];

    private static IEnumerable<Experiment> OnAllCores(LookSetup look) =>
    [
        new(ExperimentKind.Same, "all-cores-same", SameTitle, look, null, 20, look.Rules.MostStates, (hello, _) => All(hello, look, edited: null)),
        new(ExperimentKind.Planted, "all-cores-planted", PlantedTitle, look, null, 20, 2, (_, _) =>
        [
            new ComparedState("ConcurrentDictionary", PlantedDefect.Counters, 0, 1),
            new ComparedState("Lock", PlantedDefect.Section, -SectionTurns, SectionTurns),
        ]),
    ];

    // Two states in ten comparisons are twenty of each kind, and with their second rounds less than half an hour.
    private static IEnumerable<Experiment> UnderLoad(LookSetup look) =>
    [
        new(ExperimentKind.Same, "latency-same", SameTitle, look, null, 10, Loaded.Count, (_, _) => [.. Loaded.Select(state => new ComparedState(state))]),
        new(ExperimentKind.Planted, "latency-planted", PlantedTitle, look, null, 10, Loaded.Count, (_, choose) => choose(Loaded, [PlantedUnderLoad])),
    ];

    private static ComparedState[] All(HelloReply hello, LookSetup look, string? edited) =>
    [
        .. StateChoice.Of([.. hello.States.Where(state => state.Name != edited && !state.FullSuiteOnly)], new HashSet<string>(), look.Rules.MostStates)
            .Select(state => new ComparedState(state.Name)),
    ];
}
