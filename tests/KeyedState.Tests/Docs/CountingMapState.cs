namespace KeyedState.Tests.Docs;

/// <summary>The page's state with an operation of several steps.</summary>
[State(
    Title = "Sorted map that adds",
    Family = StateFamily.Lock,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    HowItWorks = "A SortedDictionary behind one System.Threading.Lock")]
public sealed class CountingMapState : IKeyedState, IAtomicAdd
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<int, int> map = [];

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        lock (gate)
        {
            return new(map.TryGetValue(key, out var value) ? value : 0);
        }
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        lock (gate)
        {
            map[key] = value;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount)
    {
        lock (gate)
        {
            var before = map.TryGetValue(key, out var value) ? value : 0;
            map[key] = unchecked(before + amount);
            return new(before);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
