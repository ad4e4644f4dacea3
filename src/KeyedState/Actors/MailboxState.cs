namespace KeyedState;

/// <summary>
/// An actor: a mailbox that any caller pushes onto, and a work item of the pool that empties it and exists only
/// while there is mail.
/// </summary>
/// <remarks>
/// No operation is lost to a disposal that it runs into: one that looked at the flag before is served, since
/// serving needs nothing that disposal would close. Whoever pushes onto a mailbox without an owner brings the
/// owner, and the owner leaves only by a compare-and-swap that finds the mailbox empty.
/// </remarks>
[State(
    Title = "Own mailbox",
    Family = StateFamily.Actor,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = true,
    FullSuiteOnly = true,
    HowItWorks = "A hand-written actor: callers push pooled requests onto a lock-free list; a work item that exists only while there are requests serves them, yields after 64, and queues each reply to the thread pool")]
[Lacks(Capability.ExclusiveUpdate, "its owner serves in turns that never await")]
public sealed class MailboxState : TurnBasedState, IKeyedState, IThreadPoolWorkItem
{
    // Some microseconds of work: what else waits for the pool's thread hardly notices, and yielding costs little in comparison.
    private const int MostBeforeYield = 64;

    private readonly Dictionary<int, int> map = [];
    private readonly Inbox mail = new();
    private TurnRequest? taken;
    private volatile bool disposed;

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var reply = mail.Read(key, out var needsOwner);
        BringOwner(needsOwner);
        return reply;
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var reply = mail.Write(key, value, out var needsOwner);
        BringOwner(needsOwner);
        return reply;
    }

    /// <summary>Refuses further operations, and completes once everything that came before is served.</summary>
    public ValueTask DisposeAsync()
    {
        disposed = true;
        var reply = mail.Nothing(out var needsOwner);
        BringOwner(needsOwner);
        return reply;
    }

    /// <summary>Serves what is there, up to the limit, and then lets the pool's other work go first.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        for (var served = 0; served < MostBeforeYield; served++)
        {
            taken ??= mail.TakeAll();
            if (taken is { } request)
            {
                taken = request.Next;
                Serve(request);
            }
            else if (mail.TryDisown())
            {
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private protected override TurnRequest NewRequest()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return TurnRequestPool.Rent();
    }

    private protected override void Send(TurnRequest request) => BringOwner(mail.Push(request));

    private void Serve(TurnRequest request)
    {
        request.Next = null;
        request.Apply(map);
        ThreadPool.UnsafeQueueUserWorkItem(request, preferLocal: false);
    }

    private void BringOwner(bool needed)
    {
        if (needed)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
