namespace KeyedState;

/// <summary>A dictionary behind the monitor of a plain object, the usual way before there was <see cref="Lock"/>.</summary>
[State(
    Title = "Monitor",
    Family = StateFamily.Lock,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    FullSuiteOnly = true,
    DotNetType = "Monitor",
    HowItWorks = "The monitor of a plain object, taken by the lock statement, protects a Dictionary; every read and every write takes it")]
public sealed class MonitorState : IKeyedState
{
    // An object, not a Lock: on one of those the statement would not use the monitor.
    private readonly object gate = new();
    private readonly Dictionary<int, int> map = [];

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        lock (gate)
        {
            return new(map.ReadOrZero(key));
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
