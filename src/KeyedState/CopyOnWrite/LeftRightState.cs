namespace KeyedState;

/// <summary>Two copies of a dictionary: callers read the one while the other is written, and no read ever waits.</summary>
/// <remarks>
/// <para>
/// A read announces itself in one of two indicators, reads whichever copy is shown, and leaves. A write changes the
/// hidden copy, shows it, waits until no read can be in the other, and changes that as well. Reads are wait-free;
/// writes wait for each other and for reads.
/// (P. Ramalhete and A. Correia: Left-Right: A Concurrency Control Technique with Wait-Free Population Oblivious
/// Reads, 2013.)
/// </para>
/// <para>
/// Why two indicators: a writer that waited for a single one to be empty might wait for ever, since new reads keep
/// coming. It sends them to the other indicator first, and then waits for a number of reads that can only fall.
/// </para>
/// </remarks>
[State(
    Title = "Left-right",
    Family = StateFamily.CopyOnWrite,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    FullSuiteOnly = true,
    HowItWorks = "Two copies of a Dictionary: reads use one of them and never wait; a write changes the other, sends new reads to it, waits until no read is left in the first, and changes that too")]
[Lacks(Capability.ExclusiveUpdate, "a lock can't be held across an await")]
public sealed class LeftRightState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, int>[] copies = [[], []];
    private readonly ReadIndicator[] indicators = [new(), new()];
    private int shown;
    private int arrivals;

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        // Nothing here throws, and so nothing can leave the indicator set for ever.
        var indicator = indicators[Volatile.Read(ref arrivals)];
        var place = indicator.Arrive();
        var value = copies[Volatile.Read(ref shown)].ReadOrZero(key);
        indicator.Depart(place);
        return new(value);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        lock (gate)
        {
            Hidden[key] = value;
            ShowHidden();
            Hidden[key] = value;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount)
    {
        lock (gate)
        {
            var before = Hidden.AddTo(key, amount);
            ShowHidden();
            Hidden.AddTo(key, amount);
            return new(before);
        }
    }

    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        lock (gate)
        {
            var result = Hidden.Transfer(source, target, amount);
            if (result.Moved)
            {
                ShowHidden();
                Hidden.Transfer(source, target, amount);
            }

            return new(result);
        }
    }

    /// <inheritdoc/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var asked = keys.Span;
        var places = values.Span[..asked.Length];
        var indicator = indicators[Volatile.Read(ref arrivals)];
        var place = indicator.Arrive();
        copies[Volatile.Read(ref shown)].ReadAll(asked, places);
        indicator.Depart(place);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // The copy that no read is in. Only with the lock.
    private Dictionary<int, int> Hidden => copies[1 - shown];

    private void ShowHidden()
    {
        // A full fence: a read that this writer does not see in an indicator below will see the copy that is now shown.
        Interlocked.Exchange(ref shown, 1 - shown);
        AwaitEarlierReads();
    }

    private void AwaitEarlierReads()
    {
        var current = arrivals;

        // Where a read that looked up its indicator before an earlier write turned to the other may have arrived since.
        indicators[1 - current].AwaitEmpty();
        Volatile.Write(ref arrivals, 1 - current);
        indicators[current].AwaitEmpty();
    }
}
