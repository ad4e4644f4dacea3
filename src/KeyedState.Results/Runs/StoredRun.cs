using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>Everything that one run of a suite measured, and what it measured it on.</summary>
public sealed record StoredRun
{
    /// <summary>The version of the stored form that this code writes, and the only one that it reads.</summary>
    public const int CurrentSchema = 2;

    /// <summary>The version of the stored form.</summary>
    public required int Schema { get; init; }

    /// <summary>The suite that was run, such as "headline".</summary>
    public required string Suite { get; init; }

    /// <summary>When the run started, in UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>Whether the figures may be quoted; a smoke run's may not.</summary>
    public required bool Quotable { get; init; }

    /// <summary>The seed of the order in which the launches ran.</summary>
    public required int OrderSeed { get; init; }

    /// <summary>How many launches the run set out to make, over all states and looks.</summary>
    public required int PlannedLaunches { get; init; }

    /// <summary>The machine.</summary>
    public required StoredMachine Machine { get; init; }

    /// <summary>The source and the packages.</summary>
    public required StoredSource Source { get; init; }

    /// <summary>How long the plan said that the run would take, in seconds.</summary>
    public required double PlannedSeconds { get; init; }

    /// <summary>How long the run was allowed to take, in seconds.</summary>
    public required double BudgetSeconds { get; init; }

    /// <summary>How many launches were left out because the time was up; <see cref="PlannedLaunches"/> is without them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int LeftOutForTime { get; init; }

    /// <summary>Whether launches are missing that the run set out to make.</summary>
    [JsonIgnore]
    public bool IsPartial => Launches.Count < PlannedLaunches;

    /// <summary>How many launches on one core were left out because something slowed the core down, and were not made later.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int LeftOutForPace { get; init; }

    /// <summary>How the harness alone scales here; null when it was not measured.</summary>
    public required StoredHarness? HarnessScaling { get; init; }

    /// <summary>The machine's card before and after; null in runs that were made before there was one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StoredCards? Cards { get; init; }

    /// <summary>What the callers did.</summary>
    public required StoredScenario Scenario { get; init; }

    /// <summary>What the launches observed, explained.</summary>
    public required IReadOnlyList<StoredMetric> Metrics { get; init; }

    /// <summary>The looks that the run took, in the order of <see cref="Look.All"/>.</summary>
    public required IReadOnlyList<StoredLook> Looks { get; init; }

    /// <summary>The states that the run set out to measure, with what they declare, in the catalogue's order.</summary>
    public required IReadOnlyList<StoredState> States { get; init; }

    /// <summary>The launches that have ended, in the order in which they ran.</summary>
    public required IReadOnlyList<StoredLaunch> Launches { get; init; }

    /// <summary>What went wrong, in the order in which it did.</summary>
    public required IReadOnlyList<StoredFailure> Failures { get; init; }
}
