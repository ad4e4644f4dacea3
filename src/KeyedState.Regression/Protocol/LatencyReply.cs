using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>What a loop measured: one of the four.</summary>
public sealed record LatencyReply : WorkerReply
{
    /// <summary>A closed loop; null for another.</summary>
    public StoredClosedLoop? Closed { get; init; }

    /// <summary>An open loop; null for another.</summary>
    public StoredOpenLoop? Open { get; init; }

    /// <summary>Operations per second of an open loop whose operations are all due at once; null for another.</summary>
    public double? Capacity { get; init; }

    /// <summary>Paced tasks; null for another.</summary>
    public StoredPacedLoop? Paced { get; init; }

    /// <inheritdoc/>
    protected internal override string? Problem => (Closed, Open, Capacity, Paced) switch
    {
        ({ IsPossible: true }, null, null, null) or (null, { IsPossible: true }, null, null) or (null, null, >= 0 and < 1e12, null) or (null, null, null, { IsPossible: true }) => null,
        _ => "a loop that can't have been measured",
    };
}
