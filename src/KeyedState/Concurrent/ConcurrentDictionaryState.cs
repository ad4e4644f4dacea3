using System.Collections.Concurrent;

namespace KeyedState;

/// <summary>The concurrent dictionary of the base class library.</summary>
[State(
    Title = "ConcurrentDictionary",
    Family = StateFamily.Dictionary,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    DotNetType = "ConcurrentDictionary",
    HowItWorks = "The ConcurrentDictionary of .NET: a read takes no lock, a write takes the lock of the key's part of the table")]
public sealed class ConcurrentDictionaryState : IKeyedState
{
    private readonly ConcurrentDictionary<int, int> map = new();

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => new(map.TryGetValue(key, out var value) ? value : 0);

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        map[key] = value;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
