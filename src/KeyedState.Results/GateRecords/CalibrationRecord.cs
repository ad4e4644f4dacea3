namespace KeyedState.Results;

/// <summary>What a calibration has found so far.</summary>
public sealed record CalibrationRecord
{
    /// <summary>The commit that the launches are of.</summary>
    public required string Commit { get; init; }

    /// <summary>The machine.</summary>
    public required StoredMachine Machine { get; init; }

    /// <summary>How the gate takes its looks.</summary>
    public required IReadOnlyList<GateLook> Looks { get; init; }

    /// <summary>Comparisons that were made of every subject, and how many a whole calibration makes.</summary>
    public required (int Made, int Planned) Comparisons { get; init; }

    /// <summary>Builds against themselves and against unrelated changes, a row each.</summary>
    public required IReadOnlyList<CalibrationRow> Unchanged { get; init; }

    /// <summary>The alarms among those, by state, with the true effect of all launches together.</summary>
    public required IReadOnlyList<CalibrationRow> Alarms { get; init; }

    /// <summary>What was planted, a row each state and size.</summary>
    public required IReadOnlyList<CalibrationRow> Planted { get; init; }

    /// <summary>Whole gate runs of an unchanged build that were drawn from the launches again and again, and how many alarmed.</summary>
    public required (int Runs, int Alarmed) WholeRuns { get; init; }

    /// <summary>The looks that those runs had.</summary>
    public required IReadOnlyList<Look> WholeRunLooks { get; init; }
}
