using System.Runtime.CompilerServices;

namespace KeyedState;

/// <summary>A table that callers read without a lock, and read again if it was written meanwhile.</summary>
/// <remarks>
/// <para>
/// The version is odd while a writer is at work. A read takes the version, reads, and takes it again: where it
/// was even and is the same, nobody wrote in between. A read stores nothing, so reads do not slow each other down.
/// (H.-J. Boehm: Can Seqlocks Get Along with Programming Language Memory Models? MSPC 2012,
/// doi:10.1145/2247684.2247688, has the fences: loads of the data stay before the second look at the version, and
/// stores to it after the version became odd.)
/// </para>
/// <para>
/// The version is also the writers' lock: a writer takes it by making the version odd, and spins while another writer has it, as
/// in Linux. A separate lock would add an interlocked operation to every write. A writer runs no code of others, so only the system can hold it up.
/// </para>
/// <para>
/// For values of one word, the order of the stores alone could keep a table readable. The version does it at
/// the same price for values of any size and for entries that move.
/// </para>
/// <para>
/// The version has 64 bits. With 32 it would come round within a minute of writing, and a read that was
/// interrupted for just so long would believe that nothing had happened.
/// </para>
/// </remarks>
[State(
    Title = "Sequence lock",
    Family = StateFamily.Optimistic,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    OwnTable = "probed table",
    DependsOnAlternation = "a write takes the version's cache line away from the reading cores, and several writes in a row take it only once",
    HowItWorks = "A hash table whose readers take no lock: they compare a version number before and after the read and retry if it changed; a writer takes the lock by making the version odd")]
[Lacks(Capability.ExclusiveUpdate, "a write must not be held up while it lasts, since reads spin")]
public sealed class SequenceLockState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private ProbedTable table = new();
    private long version;

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => new(TryRead(key, out var value) ? value : ReadAgain(key));

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        var during = TryBeginWrite(out var begun) ? begun : BeginWrite();
        try
        {
            ProbedTable.Set(ref table, key, value);
        }
        finally
        {
            Volatile.Write(ref version, during + 1);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount)
    {
        var during = TryBeginWrite(out var begun) ? begun : BeginWrite();
        try
        {
            return new(ProbedTable.AddTo(ref table, key, amount));
        }
        finally
        {
            Volatile.Write(ref version, during + 1);
        }
    }

    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        var during = TryBeginWrite(out var begun) ? begun : BeginWrite();
        try
        {
            return new(ProbedTable.Transfer(ref table, source, target, amount));
        }
        finally
        {
            Volatile.Write(ref version, during + 1);
        }
    }

    /// <summary>Reads all keys under one version, and again if it changed.</summary>
    /// <inheritdoc/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values.Span[..keys.Length];
        var wait = default(SpinWait);
        while (!TryReadAll(keys.Span, places))
        {
            Retries.Count();
            wait.SpinOnce();
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // Inlined, as is the lookup: a call would take longer than what is done in it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryRead(int key, out int value)
    {
        var before = Volatile.Read(ref version);
        value = Volatile.Read(ref table).ReadOrZero(key);
        Volatile.ReadBarrier();
        return before % 2 == 0 && before == Volatile.Read(ref version);
    }

    private bool TryReadAll(ReadOnlySpan<int> keys, Span<int> values)
    {
        var before = Volatile.Read(ref version);
        Volatile.Read(ref table).ReadAll(keys, values);
        Volatile.ReadBarrier();
        return before % 2 == 0 && before == Volatile.Read(ref version);
    }

    // Apart from the first try, which mostly succeeds: it needs no room for a wait.
    private int ReadAgain(int key)
    {
        var wait = default(SpinWait);
        int value;
        Retries.Count();
        while (!TryRead(key, out value))
        {
            Retries.Count();
            wait.SpinOnce();
        }

        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryBeginWrite(out long during)
    {
        // The exchange is a full fence: no store to the table comes before it.
        var before = Volatile.Read(ref version);
        during = before + 1;
        return before % 2 == 0 && Interlocked.CompareExchange(ref version, during, before) == before;
    }

    /// <returns>The version while this write lasts.</returns>
    private long BeginWrite()
    {
        var wait = default(SpinWait);
        long during;
        while (!TryBeginWrite(out during))
        {
            wait.SpinOnce();
        }

        return during;
    }
}
