namespace KeyedState.Results;

/// <summary>Everything that one run of a suite measured, and what it measured it on.</summary>
public sealed record StoredRun
{
    /// <summary>The version of the stored form that this code writes, and the newest that it reads.</summary>
    public const int CurrentSchema = 1;

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

    /// <summary>What the workers did.</summary>
    public required StoredWorkload Workload { get; init; }

    /// <summary>The looks that the run took, with their settings, in the order of <see cref="Look"/>.</summary>
    public required IReadOnlyList<StoredLook> Looks { get; init; }

    /// <summary>The states that the run set out to measure, with what they declare, in the catalogue's order.</summary>
    public required IReadOnlyList<StoredState> States { get; init; }

    /// <summary>The launches that have ended, in the order in which they ran.</summary>
    public required IReadOnlyList<StoredLaunch> Launches { get; init; }

    /// <summary>What went wrong, in the order in which it did.</summary>
    public required IReadOnlyList<StoredFailure> Failures { get; init; }
}
