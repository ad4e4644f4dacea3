using KeyedState.Benchmarks.Environments;
using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites.Compound;

/// <summary>How the compound suite measures on one core, or on all.</summary>
/// <param name="Look">Which of the two.</param>
/// <param name="Placement">Where and under which settings a launch runs.</param>
/// <param name="Window">How long an iteration is to take.</param>
/// <param name="Scenarios">What its workers do, one after the other.</param>
internal sealed record CompoundLook(Look Look, Placement Placement, Window Window, IReadOnlyList<Scenario> Scenarios)
{
    /// <summary>As many launches as an interval needs.</summary>
    public const int Rounds = 6;

    /// <summary>The iterations of a scenario in a launch.</summary>
    public const int Iterations = 2;

    private const string FixedWork = "fixed work";

    /// <summary>One core: what an operation costs. Code that waits by design has no place there.</summary>
    public static CompoundLook OneCore { get; } = new(
        Look.OneCore,
        Placement.QuietCore with { Lifetime = StateLifetime.Launch },
        WindowOf(15),
        [.. CompoundScenarios.All.Where(scenario => !scenario.Needs.Contains(Capability.ExclusiveUpdate))]);

    /// <summary>
    /// All cores. The code is optimised when it is first compiled, since no scenario has the seconds that the runtime's defaults take to settle.
    /// </summary>
    public static CompoundLook AllCores { get; } = new(
        Look.AllCores, Placement.QuietCores with { Lifetime = StateLifetime.Launch }, WindowOf(30), CompoundScenarios.All);

    /// <summary>Both, with all cores first.</summary>
    public static IReadOnlyList<CompoundLook> All { get; } = [AllCores, OneCore];

    /// <summary>Whether the code of a scenario's updates waits for a time.</summary>
    public static bool PausesIn(Scenario scenario) => scenario.Roles.Any(role => role.Operation == OperationKind.UpdatePausing);

    /// <summary>How long an iteration of a scenario is to take. Where code waits, it takes many waits for the last worker's end to weigh little.</summary>
    public TimeSpan AimOf(Scenario scenario) => PausesIn(scenario) ? Window.Aim * 4 : Window.Aim;

    /// <summary>Why it can't be taken on this machine; null when it can.</summary>
    public string? AbsentBecause => Placement.OneCore ? CoreBinding.AbsentBecause : null;

    /// <summary>The stored form.</summary>
    public StoredLook Stored() => new(
        Look,
        new StoredPlacement(Placement.OneCore ? Cores.One : Cores.All, Placement.RuntimeSettings, StoredLifetime.Launch),
        new StoredProtocol(FixedWork, Iterations, Window.Aim.TotalMilliseconds, Window.Run.TotalMicroseconds),
        Rounds,
        AbsentBecause,
        Placement.OneCore ? CoreBinding.ChosenCore : null);

    private static Window WindowOf(double milliseconds) =>
        Window.AllCores with { Aim = TimeSpan.FromMilliseconds(milliseconds), Longest = TimeSpan.FromMilliseconds(milliseconds) };
}
