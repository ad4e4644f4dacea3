namespace KeyedState.Regression;

/// <summary>What a check of a state found.</summary>
public sealed record CheckReply : WorkerReply
{
    /// <summary>How many operations were checked.</summary>
    public long Operations { get; init; }

    /// <summary>What the state did that it must not, in one line or several; null when nothing.</summary>
    public string? Violation { get; init; }

    /// <inheritdoc/>
    protected internal override string? Problem => Operations < 0 ? "a negative number of operations" : null;
}
