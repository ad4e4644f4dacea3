namespace KeyedState;

/// <summary>
/// Owns nothing and only suspends and resumes its callers, in batches and on every processor: what async and await
/// themselves cost, which no state with asynchronous replies can go below.
/// </summary>
/// <remarks>
/// Each processor has a round with callers of its own. A caller that comes from elsewhere is given to the rounds in turn,
/// and stays with the round that resumes it, so that the processors share nothing.
/// </remarks>
[State(
    Title = "Asynchronous floor",
    Family = StateFamily.Limit,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.StopsEveryone,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    HowItWorks = "Holds no data: it suspends every caller and resumes the callers in batches, on one work item per core; its row is the cost of async and await")]
public sealed class AsynchronousFloorState : TurnBasedState, IKeyedState
{
    private readonly FloorRound[] rounds;
    private int given;

    /// <summary>Makes the floor.</summary>
    public AsynchronousFloorState()
        : this(Environment.ProcessorCount)
    {
    }

    internal AsynchronousFloorState(int rounds) =>
        this.rounds = [.. Enumerable.Range(0, rounds).Select(_ => new FloorRound(this))];

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) =>
        FloorRound.RunningFor(this) is { } round ? round.Near().BeginRead(key) : NextRound().Read(key);

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value) =>
        FloorRound.RunningFor(this) is { } round ? round.Near().BeginWrite(key, value) : NextRound().Write(key, value);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private protected override TurnRequest NewRequest() => FloorRound.RunningFor(this)?.Near() ?? TurnRequestPool.Rent();

    private protected override void Send(TurnRequest request)
    {
        // One that isn't pooled already is in a round.
        if (request.IsPooled)
        {
            NextRound().Take(request);
        }
    }

    private FloorRound NextRound() => rounds[(uint)Interlocked.Increment(ref given) % (uint)rounds.Length];
}
