using System.Buffers;
using System.Collections.Concurrent;

namespace KeyedState;

/// <summary>A lock of its own for each key's value. A key gets them when it is first written or part of a transfer or a snapshot, and keeps them.</summary>
/// <remarks>
/// A plain read takes the key's lock too: a transfer changes one value after the other, and two reads between that took no lock
/// could see the amount on both keys.
/// </remarks>
[State(
    Title = "Lock per key",
    Family = StateFamily.Lock,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    FullSuiteOnly = true,
    HowItWorks = "A ConcurrentDictionary holds an entry for each key: its value and the System.Threading.Lock that protects it")]
[Lacks(Capability.ExclusiveUpdate, "a lock can't be held across an await")]
public sealed class LockPerKeyState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private readonly ConcurrentDictionary<int, Entry> entries = new();

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        if (!entries.TryGetValue(key, out var entry))
        {
            return new(0);
        }

        lock (entry.Gate)
        {
            return new(entry.Value);
        }
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        var entry = EntryOf(key);
        lock (entry.Gate)
        {
            entry.Value = value;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount)
    {
        var entry = EntryOf(key);
        lock (entry.Gate)
        {
            var before = entry.Value;
            entry.Value = unchecked(before + amount);
            return new(before);
        }
    }

    /// <summary>Takes the locks of both keys in the order of the keys, so that no two transfers wait for each other.</summary>
    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        var (from, to) = (EntryOf(source), EntryOf(target));
        lock ((source < target ? from : to).Gate)
        {
            lock ((source < target ? to : from).Gate)
            {
                return new(CompoundSteps.Transfer(ref from.Value, ref to.Value, amount));
            }
        }
    }

    /// <summary>Takes the locks of all keys concerned in the order of the keys.</summary>
    /// <inheritdoc/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values.Span[..keys.Length];
        var rented = ArrayPool<Entry>.Shared.Rent(2 * keys.Length);
        var asked = rented.AsSpan(0, keys.Length);
        var inOrder = rented.AsSpan(keys.Length, keys.Length);
        for (var i = 0; i < asked.Length; i++)
        {
            asked[i] = EntryOf(keys.Span[i]);
        }

        asked.CopyTo(inOrder);
        inOrder.Sort(static (one, other) => one.Key.CompareTo(other.Key));
        ReadAll(asked, inOrder, places);
        ArrayPool<Entry>.Shared.Return(rented, clearArray: true);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static void ReadAll(Span<Entry> asked, Span<Entry> inOrder, Span<int> values)
    {
        // A lock may be taken several times by one thread, as it is where a key occurs more than once.
        foreach (var entry in inOrder)
        {
            entry.Gate.Enter();
        }

        for (var i = 0; i < asked.Length; i++)
        {
            values[i] = asked[i].Value;
        }

        foreach (var entry in inOrder)
        {
            entry.Gate.Exit();
        }
    }

    private Entry EntryOf(int key) => entries.GetOrAdd(key, static key => new Entry(key));

    private sealed class Entry(int key)
    {
        private int value;

        public int Key { get; } = key;

        public Lock Gate { get; } = new();

        public ref int Value => ref value;
    }
}
