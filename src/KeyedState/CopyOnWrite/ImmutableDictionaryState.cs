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
public sealed class ImmutableDictionaryState : IKeyedState
{
    private ImmutableDictionary<int, int> map = ImmutableDictionary<int, int>.Empty;

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => new(Volatile.Read(ref map).TryGetValue(key, out var value) ? value : 0);

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        // The entry is an argument, so that the function captures nothing and is made once.
        ImmutableInterlocked.Update(ref map, static (seen, entry) => seen.SetItem(entry.Key, entry.Value), (Key: key, Value: value));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
