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
[Lacks(Capability.Transfer, "it changes one key in a step")]
[Lacks(Capability.ExclusiveUpdate, "it runs no asynchronous code of its callers")]
public sealed class ConcurrentDictionaryState : IKeyedState, IAtomicAdd, IAtomicSnapshot
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
    public ValueTask<int> AddAsync(int key, int amount)
    {
        while (true)
        {
            if (!map.TryGetValue(key, out var before))
            {
                if (map.TryAdd(key, amount))
                {
                    return new(0);
                }
            }
            else if (map.TryUpdate(key, unchecked(before + amount), before))
            {
                return new(before);
            }

            Retries.Count();
        }
    }

    /// <summary>Copies the whole map, which is the only way to read several keys of it at one instant.</summary>
    /// <inheritdoc/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values.Span[..keys.Length];
        places.Clear();
        foreach (var (key, value) in map.ToArray())
        {
            for (var i = 0; i < places.Length; i++)
            {
                if (keys.Span[i] == key)
                {
                    places[i] = value;
                }
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
