namespace KeyedState;

/// <summary>A sorted dictionary behind one <see cref="Lock"/>.</summary>
[State(
    Title = "Sorted map",
    Family = StateFamily.Lock,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    HowItWorks = "A SortedDictionary behind one System.Threading.Lock")]
public sealed class SortedMapState : IKeyedState
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
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
