using System.Collections.Frozen;

namespace KeyedState;

/// <summary>A dictionary behind a lock, and a frozen copy of it from which callers read without one.</summary>
/// <remarks>
/// A write takes the copy away, and the first read after it makes the next one. A copy that each write made would
/// cost the same where reads and writes alternate, and the square of the number of keys where many are written in a row.
/// The suite's workers make many operations in a row, so here one copy serves more writes than it would if reads and writes alternated.
/// </remarks>
[State(
    Title = "FrozenDictionary",
    Family = StateFamily.CopyOnWrite,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = false,
    FullSuiteOnly = true,
    DependsOnAlternation = "several writes in a row cost one new copy only, which the next read makes",
    DotNetType = "FrozenDictionary",
    HowItWorks = "Reads use a FrozenDictionary without a lock; a write discards it, and the next read builds a new one under a lock")]
[Lacks(Capability.ExclusiveUpdate, "a lock can't be held across an await")]
public sealed class FrozenDictionaryState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, int> map = [];
    private volatile FrozenDictionary<int, int>? frozen;

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => new(ReadOrZero(frozen ?? Freeze(), key));

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        lock (gate)
        {
            map[key] = value;
            frozen = null;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount)
    {
        lock (gate)
        {
            frozen = null;
            return new(map.AddTo(key, amount));
        }
    }

    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        lock (gate)
        {
            var result = map.Transfer(source, target, amount);
            frozen = result.Moved ? null : frozen;
            return new(result);
        }
    }

    /// <inheritdoc/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values.Span[..keys.Length];
        var seen = frozen ?? Freeze();
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = ReadOrZero(seen, keys.Span[i]);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static int ReadOrZero(FrozenDictionary<int, int> map, int key) => map.TryGetValue(key, out var value) ? value : 0;

    private FrozenDictionary<int, int> Freeze()
    {
        lock (gate)
        {
            // Readers that came together find the copy that the first of them made.
            return frozen ??= map.ToFrozenDictionary();
        }
    }
}
