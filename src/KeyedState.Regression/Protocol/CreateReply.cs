namespace KeyedState.Regression;

/// <summary>How often asynchronous code ran that makes a key's value, and what became of a failure.</summary>
public sealed record CreateReply : WorkerReply
{
    /// <summary>How often the code ran for each key, a number for each race.</summary>
    public IReadOnlyList<double>? RunsPerKey { get; init; }

    /// <summary>Whether a failure is kept, so that later callers get it too.</summary>
    public bool KeepsFailure { get; init; }

    /// <inheritdoc/>
    protected internal override string? Problem =>
        RunsPerKey is { Count: > 0 } runs && runs.All(number => number is >= 1 and < 1e9) ? null : "no possible number of runs";
}
