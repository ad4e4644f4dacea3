namespace KeyedState;

/// <summary>Resumes some of the callers of an asynchronous floor, batch after batch, on one thread at a time.</summary>
internal sealed class FloorRound(AsynchronousFloorState floor) : IThreadPoolWorkItem
{
    // As many as a lease takes, so that both leave the pool's other work waiting alike.
    private const int BatchesBeforeYield = 128;

    [ThreadStatic]
    private static FloorRound? ofThisThread;

    private readonly Inbox inbox = new();
    private RequestSlots batch = new();
    private RequestSlots near = new();

    /// <summary>The round of a floor whose callers this thread is resuming; null if there is none.</summary>
    public static FloorRound? RunningFor(AsynchronousFloorState asked) =>
        ofThisThread is { } round && round.Floor == asked ? round : null;

    private AsynchronousFloorState Floor { get; } = floor;

    /// <summary>A request in the next batch, to be filled in by a caller that this thread resumes.</summary>
    public TurnRequest Near()
    {
        var request = near.Next();
        near.Add();
        return request;
    }

    /// <summary>Takes a read from a caller that this round does not resume yet.</summary>
    public ValueTask<int> Read(int key)
    {
        var reply = inbox.Read(key, out var needsOwner);
        StartIf(needsOwner);
        return reply;
    }

    /// <summary>Takes a write from a caller that this round does not resume yet.</summary>
    public ValueTask Write(int key, int value)
    {
        var reply = inbox.Write(key, value, out var needsOwner);
        StartIf(needsOwner);
        return reply;
    }

    /// <summary>Takes a request from a caller that this round does not resume yet.</summary>
    public void Take(TurnRequest request) => StartIf(inbox.Push(request));

    void IThreadPoolWorkItem.Execute()
    {
        for (var batches = 0; batches < BatchesBeforeYield; batches++)
        {
            ofThisThread = this;
            Resume();
            ofThisThread = null;
            if (near.Count == 0 && inbox.TryDisown())
            {
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void Resume()
    {
        (batch, near) = (near, batch);
        near.Clear();
        foreach (var request in batch.Requests)
        {
            request.Complete();
        }

        for (var request = inbox.IsEmpty ? null : inbox.TakeAll(); request is not null;)
        {
            var next = request.Next;
            request.Complete();
            request = next;
        }
    }

    private void StartIf(bool needed)
    {
        if (needed)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
