namespace KeyedState;

/// <summary>
/// An owner that keeps ownership while it runs its callers on its own thread. Ownership is a lease: a watcher takes it
/// away from a thread whose caller blocks.
/// </summary>
[State(
    Title = "Lease owner",
    Family = StateFamily.ChannelOwner,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysOthers,
    AllocationFree = true,
    ThrowsAfterDispose = true,
    FullSuiteOnly = true,
    HowItWorks = "One owner serves a whole batch of requests and then runs their callers on its own thread; if a caller blocks that thread, a watcher gives ownership to another")]
[Lacks(Capability.ExclusiveUpdate, "its owner serves in turns that never await")]
public sealed class LeaseOwnerState : TurnBasedState, IKeyedState, IWatchedOwner
{
    private readonly Dictionary<int, int> map = [];
    private readonly Inbox inbox = new();
    private readonly BlockedCallerWatcher watcher;
    private Lease lease;
    private volatile bool disposed;

    /// <summary>Makes an empty state.</summary>
    public LeaseOwnerState()
    {
        lease = new Lease(map, inbox);
        watcher = new BlockedCallerWatcher(this);
    }

    /// <summary>Whether nobody owns the state.</summary>
    bool IWatchedOwner.IsIdle => inbox.IsUnowned;

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var reply = RevocableReplies.Read(inbox, key, out var needsOwner);
        BringOwner(needsOwner);
        return reply;
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var reply = RevocableReplies.Write(inbox, key, value, out var needsOwner);
        BringOwner(needsOwner);
        return reply;
    }

    /// <summary>
    /// Completes once everything that was asked for before is applied. An operation that runs into the
    /// disposal is either refused or served: serving needs no resource that disposal would close.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        disposed = true;
        var reply = inbox.Nothing(out var needsOwner);
        BringOwner(needsOwner);
        return reply;
    }

    /// <summary>Revokes a lease that is stuck, and has the work that it leaves behind done under a new one.</summary>
    void IWatchedOwner.ReplaceStuck()
    {
        if (lease.TryRevokeIfStuck())
        {
            var successor = new Lease(map, inbox);
            lease.HandOver(successor);
            Volatile.Write(ref lease, successor);
            ThreadPool.UnsafeQueueUserWorkItem(successor, preferLocal: false);
        }
    }

    private protected override TurnRequest NewRequest()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return NearRequests.For(inbox);
    }

    private protected override void Send(TurnRequest request) => BringOwner(NearRequests.MustPush(inbox, request));

    private void BringOwner(bool needed)
    {
        if (needed)
        {
            watcher.Wake();
            ThreadPool.UnsafeQueueUserWorkItem(Volatile.Read(ref lease), preferLocal: false);
        }
    }
}
