using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>What one slice took.</summary>
public sealed record SliceReply : WorkerReply
{
    /// <summary>What the slice observed, among it its time and its allocations: a <see cref="LaunchNote"/> of one iteration as bytes.</summary>
    public byte[] Note { get; init; } = [];

    /// <inheritdoc/>
    protected internal override string? Problem =>
        ProblemOf(Note) ?? (LaunchNote.Read(Note)!.Of(Metric.Allocated).Count == 1 ? null : "a slice that did not count its allocations, or several slices");
}
