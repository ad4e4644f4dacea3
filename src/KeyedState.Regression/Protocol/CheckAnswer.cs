namespace KeyedState.Regression;

/// <summary>What the checking pass found.</summary>
public sealed record CheckAnswer : WorkerAnswer
{
    /// <summary>How many operations were checked.</summary>
    public long Operations { get; init; }

    /// <summary>What the state did that it must not; null when nothing.</summary>
    public string? Violation { get; init; }

    /// <inheritdoc/>
    protected internal override string? Problem => Operations < 0 ? "a negative number of operations" : null;
}
