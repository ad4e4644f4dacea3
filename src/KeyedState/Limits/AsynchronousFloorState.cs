namespace KeyedState;

/// <summary>
/// Owns nothing and only suspends and resumes its callers, in batches on one thread: what async and await
/// themselves cost, which no state with asynchronous replies can go below.
/// </summary>
[State(
    Title = "Asynchronous floor",
    Family = StateFamily.Limit,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.StopsEveryone,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    Cost = CostClass.HundredsOfNanoseconds,
    HowItWorks = "Owns nothing; suspends each caller and resumes it in a batch, so that its row is the cost of async and await")]
public sealed class AsynchronousFloorState : IKeyedState
{
    private readonly Inbox inbox = new();
    private readonly FloorRound round;

    /// <summary>Makes the floor.</summary>
    public AsynchronousFloorState() => round = new FloorRound(inbox);

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        if (FloorRound.OfThisThread == round)
        {
            return round.Near().BeginRead(key);
        }

        var reply = inbox.Read(key, out var needsOwner);
        BringOwner(needsOwner);
        return reply;
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        if (FloorRound.OfThisThread == round)
        {
            return round.Near().BeginWrite(key, value);
        }

        var reply = inbox.Write(key, value, out var needsOwner);
        BringOwner(needsOwner);
        return reply;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void BringOwner(bool needed)
    {
        if (needed)
        {
            ThreadPool.UnsafeQueueUserWorkItem(round, preferLocal: false);
        }
    }
}
