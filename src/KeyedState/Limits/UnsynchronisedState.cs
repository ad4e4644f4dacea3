namespace KeyedState;

/// <summary>
/// A dictionary that nothing protects, on one thread: what the map itself costs, below which a safe state can go on one
/// core only with a quicker map. The workers take turns on that thread.
/// </summary>
[State(
    Title = "Unsynchronised dictionary",
    Family = StateFamily.Limit,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.StopsEveryone,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    OneThread = true,
    HowItWorks = "A Dictionary that nothing protects, driven by one thread, so that its row is the cost of that map itself")]
public sealed class UnsynchronisedState : IKeyedState
{
    private readonly Dictionary<int, int> map = [];

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => new(map.ReadOrZero(key));

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        map[key] = value;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
