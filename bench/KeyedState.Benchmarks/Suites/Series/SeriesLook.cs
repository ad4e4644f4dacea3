using KeyedState.Benchmarks.Environments;
using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites.Series;

/// <summary>What one process of a suite of series has in common: where it runs, under which settings, and what is measured there.</summary>
/// <param name="Look">What is measured: what an operation costs on one core, or what callers do together on several.</param>
/// <param name="Placement">Where and under which settings a launch runs.</param>
/// <param name="Window">How long an iteration is to take.</param>
/// <param name="Iterations">The iterations of a scenario in a launch; 1 or more.</param>
/// <param name="Scenarios">What its workers do, one after the other.</param>
internal sealed record SeriesLook(Look Look, Placement Placement, Window Window, int Iterations, IReadOnlyList<Scenario> Scenarios)
{
    private const string FixedWork = "fixed work";

    // Before a hundred threads or ten thousand tasks have all started, some milliseconds have passed.
    private const int WindowsOfSlowStart = 10;
    private const int MostThatStartQuickly = 2_000;

    /// <summary>What it is called while it runs.</summary>
    public string Title { get; init; } = Look.Name;

    /// <summary>Whether the code of a scenario's updates waits for a time.</summary>
    public static bool PausesIn(Scenario scenario) => scenario.Roles.Any(role => role.Operation == OperationKind.UpdatePausing);

    /// <summary>A window of so many milliseconds, whatever collections are due in it.</summary>
    public static Window WindowOf(double milliseconds) =>
        Window.AllCores with { Aim = TimeSpan.FromMilliseconds(milliseconds), Longest = TimeSpan.FromMilliseconds(milliseconds) };

    /// <summary>
    /// How long an iteration of a scenario is to take. Where code waits, it takes many waits for the last worker's end to weigh little, and where
    /// each worker has a thread, or there are thousands of them, much work for their start to.
    /// </summary>
    public TimeSpan AimOf(Scenario scenario) => PausesIn(scenario) ? Window.Aim * 4 : scenario.OwnThreads || scenario.Workers > MostThatStartQuickly ? Window.Aim * WindowsOfSlowStart : Window.Aim;

    /// <summary>Why it can't be taken on this machine; null when it can.</summary>
    public string? AbsentBecause => Placement.Cores is null ? null : CoreBinding.AbsentBecause;

    /// <summary>The stored form.</summary>
    /// <param name="rounds">How many launches each state is to have.</param>
    public StoredLook Stored(int rounds) => new(
        Look,
        new StoredPlacement(Placement.Cores switch { 1 => Cores.One, null => Cores.All, _ => Cores.Some }, Placement.RuntimeSettings, StoredLifetime.Launch),
        new StoredProtocol(FixedWork, Iterations, Window.Aim.TotalMilliseconds, Window.Run.TotalMicroseconds),
        rounds,
        AbsentBecause,
        Placement.OneCore ? CoreBinding.ChosenCore : null);
}
