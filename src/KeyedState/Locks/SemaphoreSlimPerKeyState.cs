using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace KeyedState;

/// <summary>
/// A semaphore of one for each key's value. A key gets them when it is first written or part of an operation of several steps, and
/// keeps them.
/// </summary>
/// <remarks>
/// A plain read waits for the key's semaphore too: a transfer changes one value after the other, and two reads between that didn't
/// wait could see the amount on both keys.
/// </remarks>
[State(
    Title = "SemaphoreSlim per key",
    Family = StateFamily.Lock,
    Replies = ReplyMode.AtOnceWhenFree,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = false,
    FullSuiteOnly = true,
    HowItWorks = "A ConcurrentDictionary holds an entry for each key: its value and the SemaphoreSlim that protects it, for which callers await WaitAsync")]
[ExclusiveUpdate(Reads = DuringUpdate.Waits, OtherKeys = DuringUpdate.GoesOn, SameKeyWithin = UpdateWithin.Deadlocks)]
public sealed class SemaphoreSlimPerKeyState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot, IExclusiveUpdate
{
    private readonly ConcurrentDictionary<int, Entry> entries = new();

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(int key)
    {
        if (!entries.TryGetValue(key, out var entry))
        {
            return 0;
        }

        await entry.Gate.WaitAsync();
        try
        {
            return entry.Value;
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(int key, int value)
    {
        var entry = EntryOf(key);
        await entry.Gate.WaitAsync();
        try
        {
            entry.Value = value;
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> AddAsync(int key, int amount)
    {
        var entry = EntryOf(key);
        await entry.Gate.WaitAsync();
        try
        {
            var before = entry.Value;
            entry.Value = unchecked(before + amount);
            return before;
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    /// <summary>Waits for the semaphores of both keys in the order of the keys, so that no two transfers wait for each other.</summary>
    /// <inheritdoc/>
    public async ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        var (from, to) = (EntryOf(source), EntryOf(target));
        var (first, second) = source < target ? (from, to) : (to, from);
        await first.Gate.WaitAsync();
        await second.Gate.WaitAsync();
        try
        {
            return CompoundSteps.Transfer(ref from.Value, ref to.Value, amount);
        }
        finally
        {
            second.Gate.Release();
            first.Gate.Release();
        }
    }

    /// <summary>Waits for the semaphores of all keys concerned in the order of the keys.</summary>
    /// <inheritdoc/>
    public async ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values[..keys.Length];
        var inOrder = keys.ToArray();
        Array.Sort(inOrder);
        var taken = new List<Entry>(inOrder.Length);
        try
        {
            for (var i = 0; i < inOrder.Length; i++)
            {
                if (i == 0 || inOrder[i] != inOrder[i - 1])
                {
                    var entry = EntryOf(inOrder[i]);
                    await entry.Gate.WaitAsync();
                    taken.Add(entry);
                }
            }

            for (var i = 0; i < places.Length; i++)
            {
                places.Span[i] = EntryOf(keys.Span[i]).Value;
            }
        }
        finally
        {
            taken.ForEach(static entry => entry.Gate.Release());
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> UpdateAsync(int key, Func<int, CancellationToken, ValueTask<int>> update, CancellationToken cancellationToken = default)
    {
        var entry = EntryOf(key);
        await entry.Gate.WaitAsync(cancellationToken);
        try
        {
            var before = entry.Value;
            var after = await update(before, cancellationToken);
            entry.Value = after;
            return before;
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Entry EntryOf(int key) => entries.GetOrAdd(key, static _ => new Entry());

    [SuppressMessage("Reliability", "CA1001", Justification = "A semaphore whose wait handle is never asked for has nothing to release, and must outlive callers that run into the disposal.")]
    private sealed class Entry
    {
        private int value;

        public SemaphoreSlim Gate { get; } = new(initialCount: 1, maxCount: 1);

        public ref int Value => ref value;
    }
}
