namespace KeyedState.Regression;

/// <summary>Who a worker is.</summary>
public sealed record HelloReply : WorkerReply
{
    private const int MostStates = 10_000;

    /// <summary>The version of the protocol that it speaks.</summary>
    public int Protocol { get; init; }

    /// <summary>How many processors its process may use.</summary>
    public int ProcessorCount { get; init; }

    /// <summary>The time of one turn of the delay loop that can be planted into a state, in nanoseconds.</summary>
    public double NanosecondsPerTurn { get; init; }

    /// <summary>How many operations there are for each write.</summary>
    public double OperationsPerWrite { get; init; }

    /// <summary>The states that it can drive, in the catalogue's order.</summary>
    public IReadOnlyList<WorkerState> States { get; init; } = [];

    /// <inheritdoc/>
    protected internal override string? Problem =>
        Protocol <= 0 ? "no protocol version"
        : ProcessorCount <= 0 ? "no processors"
        : !double.IsFinite(NanosecondsPerTurn) || NanosecondsPerTurn <= 0 ? "a delay loop that takes no time"
        : !double.IsFinite(OperationsPerWrite) || OperationsPerWrite < 1 ? "no writes"
        : States is not { Count: <= MostStates } ? "no states, or too many"
        : States.Any(state => state is null || state.Problem is not null) ? "a state that cannot be"
        : States.DistinctBy(state => state.Name, StringComparer.OrdinalIgnoreCase).Count() < States.Count ? "two states of one name"
        : null;
}
