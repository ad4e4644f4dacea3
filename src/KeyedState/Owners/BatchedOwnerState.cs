namespace KeyedState;

/// <summary>An owner that takes all waiting requests at once, serves them, and leaves it to another work item of the pool to run their callers.</summary>
[State(
    Title = "Batched owner",
    Family = StateFamily.ChannelOwner,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.StopsItsBatch,
    AllocationFree = true,
    ThrowsAfterDispose = true,
    FullSuiteOnly = true,
    HowItWorks = "One owner takes all waiting requests at once and serves them; another work item of the thread pool then runs their callers one after the other")]
[Lacks(Capability.ExclusiveUpdate, "its owner serves in turns that never await")]
public sealed class BatchedOwnerState : TurnBasedState, IKeyedState, IThreadPoolWorkItem
{
    private readonly Dictionary<int, int> map = [];
    private readonly Inbox inbox = new();
    private volatile bool disposed;

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var reply = inbox.Read(key, out var needsOwner);
        BringOwner(needsOwner);
        return reply;
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var reply = inbox.Write(key, value, out var needsOwner);
        BringOwner(needsOwner);
        return reply;
    }

    /// <summary>
    /// Refuses further operations, and completes once everything that came before is applied. An operation
    /// that runs into the disposal is either refused or served: serving needs no resource that this closes.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        disposed = true;
        var reply = inbox.Nothing(out var needsOwner);
        BringOwner(needsOwner);
        return reply;
    }

    /// <summary>Takes turns until the inbox is empty; a turn that follows another lets the pool's other work go first.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        var first = inbox.TakeAll();
        for (var request = first; request is not null; request = request.Next)
        {
            request.Apply(map);
        }

        if (first is not null)
        {
            ThreadPool.UnsafeQueueUserWorkItem(first, preferLocal: false);
        }

        if (!inbox.TryDisown())
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private protected override TurnRequest NewRequest()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return TurnRequestPool.Rent();
    }

    private protected override void Send(TurnRequest request) => BringOwner(inbox.Push(request));

    private void BringOwner(bool needed)
    {
        if (needed)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
