namespace KeyedState;

/// <summary>
/// A caller that finds the state free owns it for its own operation and has its reply at once; one that finds it
/// owned leaves a request and awaits. Whoever gives ownership up serves first what was left meanwhile.
/// </summary>
/// <remarks>
/// Flat combining (D. Hendler, I. Incze, N. Shavit and M. Tzafrir: Flat Combining and the Synchronization-Parallelism
/// Tradeoff, SPAA 2010, doi:10.1145/1810479.1810540), with callers that are suspended instead of spinning. A caller is never run on
/// the stack of another: one work item of the pool runs those that were served together. Whoever leaves a request in an inbox
/// that nobody owns is its owner, and an owner leaves only by a compare-and-swap that finds the inbox empty, so no request
/// is left behind.
/// </remarks>
[State(
    Title = "Combining owner",
    Family = StateFamily.Delegation,
    Replies = ReplyMode.AtOnceWhenFree,
    BlockingCaller = BlockingCallerEffect.StopsItsBatch,
    AllocationFree = true,
    ThrowsAfterDispose = true,
    HowItWorks = "Flat combining: a caller that finds the map free performs its own operation at once, and then those that other callers queued meanwhile; a work item of the thread pool resumes these callers")]
[Lacks(Capability.ExclusiveUpdate, "its owner serves in turns that never await")]
public sealed class CombiningOwnerState : TurnBasedState, IKeyedState, IThreadPoolWorkItem
{
    // Ownership mostly lasts for one operation. Waiting that long costs less than to suspend a caller, and if owners and
    // suspended callers once keep each other awake, it is what ends that.
    private const int MostPauses = 16;

    // A look at the inbox takes its cache line from the owner's processor. With pauses of a few operations' length owners keep
    // it for longer, and all together do half as much again.
    private const int PauseLength = 8;

    // A few microseconds, by which a caller's own reply may be late; after them the pool goes on for it.
    private const int MostServed = 256;

    private readonly Dictionary<int, int> map = [];
    private readonly Inbox inbox;
    private TurnRequest? taken;
    private volatile bool disposed;

    /// <summary>Makes an empty state.</summary>
    public CombiningOwnerState()
        : this(new Inbox())
    {
    }

    internal CombiningOwnerState(Inbox inbox) => this.inbox = inbox;

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (inbox.TryOwn() || TryOwnSoon())
        {
            var value = map.ReadOrZero(key);
            Disown();
            return new(value);
        }

        var reply = inbox.Read(key, out var isOwner);
        ServeIf(isOwner);
        return reply;
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (inbox.TryOwn() || TryOwnSoon())
        {
            map[key] = value;
            Disown();
            return ValueTask.CompletedTask;
        }

        var reply = inbox.Write(key, value, out var isOwner);
        ServeIf(isOwner);
        return reply;
    }

    /// <inheritdoc/>
    public override ValueTask<int> AddAsync(int key, int amount)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!inbox.TryOwn() && !TryOwnSoon())
        {
            return base.AddAsync(key, amount);
        }

        var before = map.AddTo(key, amount);
        Disown();
        return new(before);
    }

    /// <inheritdoc/>
    public override ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        if (!inbox.TryOwn() && !TryOwnSoon())
        {
            return base.TransferAsync(source, target, amount);
        }

        var result = map.TryTransfer(source, target, amount, out var isTooLarge);
        Disown();
        if (isTooLarge)
        {
            InvalidTransferException.ThrowIfTooLarge(result.TargetBefore, amount);
        }

        return new(result);
    }

    /// <inheritdoc/>
    public override ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        ObjectDisposedException.ThrowIf(disposed, this);

        // Before it owns the map: the memory is the caller's, and may throw.
        var asked = keys.Span;
        var places = values.Span[..keys.Length];
        if (!inbox.TryOwn() && !TryOwnSoon())
        {
            return base.SnapshotAsync(keys, values);
        }

        map.ReadAll(asked, places);
        Disown();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Refuses further operations, and completes once everything that was left before is served. An operation that
    /// runs into the disposal is either refused or served: serving needs no resource that this closes.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        disposed = true;
        var reply = inbox.Nothing(out var isOwner);
        ServeIf(isOwner);
        return reply;
    }

    /// <summary>Goes on where an owner stopped that had served others for long enough.</summary>
    void IThreadPoolWorkItem.Execute() => ServeIf(isOwner: true);

    /// <summary>Serves what is in the inbox and gives ownership up. Only the owner calls this.</summary>
    /// <returns>False if the limit came first: the caller still is the owner.</returns>
    internal bool TryServeAll()
    {
        for (var left = MostServed; left > 0;)
        {
            left -= ServeAtMost(left);
            if (taken is null && inbox.TryDisown())
            {
                return true;
            }
        }

        return false;
    }

    private protected override TurnRequest NewRequest() => TurnRequestPool.Rent();

    private protected override void Send(TurnRequest request) => ServeIf(inbox.Push(request));

    private bool TryOwnSoon()
    {
        // Once somebody waits, the owner will be at it for longer.
        for (var pauses = 0; pauses < MostPauses && (inbox.IsEmpty || inbox.IsUnowned); pauses++)
        {
            Thread.SpinWait(PauseLength);
            if (inbox.IsUnowned && inbox.TryOwn())
            {
                return true;
            }
        }

        return false;
    }

    private void Disown()
    {
        if (!inbox.TryDisown())
        {
            ServeIf(isOwner: true);
        }
    }

    private void ServeIf(bool isOwner)
    {
        if (isOwner && !TryServeAll())
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <returns>How many it served.</returns>
    private int ServeAtMost(int most)
    {
        var first = taken ??= inbox.TakeAll();
        TurnRequest? last = null;
        var served = 0;
        for (; taken is not null && served < most; served++)
        {
            taken.Apply(map);
            last = taken;
            taken = taken.Next;
        }

        if (last is not null)
        {
            last.Next = null;
            ThreadPool.UnsafeQueueUserWorkItem(first!, preferLocal: false);
        }

        return served;
    }
}
