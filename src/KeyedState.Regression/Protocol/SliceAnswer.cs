namespace KeyedState.Regression;

/// <summary>What one slice took.</summary>
public sealed record SliceAnswer : WorkerAnswer
{
    /// <summary>From the workers' release to the end of the last, in nanoseconds.</summary>
    public double Nanoseconds { get; init; }

    /// <summary>The bytes that all threads allocated meanwhile.</summary>
    public long AllocatedBytes { get; init; }

    /// <inheritdoc/>
    protected internal override string? Problem =>
        !double.IsFinite(Nanoseconds) || Nanoseconds <= 0 ? "a slice that took no time"
        : AllocatedBytes < 0 ? "negative allocations"
        : null;
}
