namespace KeyedState;

/// <summary>
/// An owner of several threads, each of which runs some of the callers: the threads take turns with the dictionary
/// and run their callers beside each other. How many threads there are, up to one a processor, is found by trying. A watcher
/// replaces a thread whose caller blocks.
/// </summary>
[State(
    Title = "Pump owner",
    Family = StateFamily.ChannelOwner,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysOthers,
    AllocationFree = true,
    ThrowsAfterDispose = true,
    HowItWorks = "Several work items, at most one per core, own the map in turns: each serves a whole batch of its own callers under a lock and then runs those callers; a watcher replaces a work item whose caller blocks its thread")]
[Lacks(Capability.ExclusiveUpdate, "its owner serves in turns that never await")]
public sealed class PumpOwnerState : TurnBasedState, IKeyedState, IWatchedOwner
{
    private readonly Inbox inbox = new();
    private readonly PumpRoster pumps;
    private readonly BlockedCallerWatcher watcher;
    private volatile bool disposed;

    /// <summary>Makes an empty state.</summary>
    public PumpOwnerState()
        : this(Environment.ProcessorCount)
    {
    }

    internal PumpOwnerState(int mostPumps)
    {
        pumps = new PumpRoster(inbox, mostPumps);
        watcher = new BlockedCallerWatcher(this);
    }

    /// <summary>Whether no pump is at work.</summary>
    bool IWatchedOwner.IsIdle => pumps.IsIdle;

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var reply = RevocableReplies.Read(inbox, key, out var needsOwner);
        BringPump(needsOwner);
        return reply;
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var reply = RevocableReplies.Write(inbox, key, value, out var needsOwner);
        BringPump(needsOwner);
        return reply;
    }

    /// <summary>
    /// Refuses further operations, and completes once everything that was asked for before is applied. An operation that
    /// runs into the disposal is either refused or served: serving needs no resource that this closes.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        disposed = true;
        return new(pumps.WhenAllRest());
    }

    /// <summary>Replaces the pumps that are stuck.</summary>
    void IWatchedOwner.ReplaceStuck() => pumps.ReplaceStuck();

    private protected override TurnRequest NewRequest()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return NearRequests.For(inbox);
    }

    private protected override void Send(TurnRequest request) => BringPump(NearRequests.MustPush(inbox, request));

    private void BringPump(bool needed)
    {
        if (needed)
        {
            pumps.Start();
            watcher.Wake();
        }
    }
}
