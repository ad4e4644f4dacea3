using System.Collections.Immutable;

namespace KeyedState;

/// <summary>A dictionary that never changes: a write makes a changed one and swaps it in if nobody was faster.</summary>
[State(
    Title = "ImmutableDictionary",
    Family = StateFamily.CopyOnWrite,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = false,
    FullSuiteOnly = true,
    DotNetType = "ImmutableDictionary",
    HowItWorks = "An ImmutableDictionary: a write builds a changed copy and installs it by compare-and-swap, and starts again if another write came first")]
[Lacks(Capability.ExclusiveUpdate, "a write that comes first would have the code run again")]
public sealed class ImmutableDictionaryState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private ImmutableDictionary<int, int> map = ImmutableDictionary<int, int>.Empty;

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => new(ReadOrZero(Volatile.Read(ref map), key));

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        // The entry is an argument, so that the function captures nothing and is made once.
        ImmutableInterlocked.Update(ref map, static (seen, entry) => seen.SetItem(entry.Key, entry.Value), (Key: key, Value: value));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount)
    {
        while (true)
        {
            var seen = Volatile.Read(ref map);
            var before = ReadOrZero(seen, key);
            if (TrySwap(seen, seen.SetItem(key, unchecked(before + amount))))
            {
                return new(before);
            }

            Retries.Count();
        }
    }

    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        while (true)
        {
            var seen = Volatile.Read(ref map);
            var (fromBefore, toBefore) = (ReadOrZero(seen, source), ReadOrZero(seen, target));
            if (fromBefore < amount)
            {
                return new(new TransferResult(fromBefore, toBefore, Moved: false));
            }

            InvalidTransferException.ThrowIfTooLarge(toBefore, amount);
            if (TrySwap(seen, seen.SetItem(source, fromBefore - amount).SetItem(target, toBefore + amount)))
            {
                return new(new TransferResult(fromBefore, toBefore, Moved: true));
            }

            Retries.Count();
        }
    }

    /// <inheritdoc/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values.Span[..keys.Length];
        var seen = Volatile.Read(ref map);
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = ReadOrZero(seen, keys.Span[i]);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static int ReadOrZero(ImmutableDictionary<int, int> map, int key) => map.TryGetValue(key, out var value) ? value : 0;

    private bool TrySwap(ImmutableDictionary<int, int> seen, ImmutableDictionary<int, int> changed) =>
        Interlocked.CompareExchange(ref map, changed, seen) == seen;
}
