namespace KeyedState;

/// <summary>Resumes the callers of the asynchronous floor, batch after batch, on one thread at a time.</summary>
internal sealed class FloorRound(Inbox inbox) : IThreadPoolWorkItem
{
    // As many as a lease takes, so that both leave the pool's other work waiting alike.
    private const int BatchesBeforeYield = 128;

    [ThreadStatic]
    private static FloorRound? ofThisThread;

    private RequestSlots batch = new();
    private RequestSlots near = new();

    /// <summary>The round whose callers this thread is resuming; null if there is none.</summary>
    public static FloorRound? OfThisThread => ofThisThread;

    /// <summary>A request in the next batch, to be filled in by a caller that this thread resumes.</summary>
    public TurnRequest Near()
    {
        var request = near.Next();
        near.Add();
        return request;
    }

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
}
