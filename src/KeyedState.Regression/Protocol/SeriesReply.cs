namespace KeyedState.Regression;

/// <summary>What the iterations of a state in one scenario took.</summary>
public sealed record SeriesReply : WorkerReply
{
    /// <summary>What the iterations observed: a <see cref="Results.LaunchNote"/> as bytes.</summary>
    public byte[] Note { get; init; } = [];

    /// <inheritdoc/>
    protected internal override string? Problem => ProblemOf(Note);
}
