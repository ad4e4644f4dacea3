namespace KeyedState.Regression;

/// <summary>How much memory a state keeps.</summary>
public sealed record RetainReply : WorkerReply
{
    /// <summary>Bytes of the managed heap for each key; may be negative by chance where the state keeps next to nothing.</summary>
    public double BytesPerKey { get; init; }

    /// <inheritdoc/>
    protected internal override string? Problem => double.IsFinite(BytesPerKey) ? null : "a size that is no number";
}
