using KeyedState;

namespace YourStates;

/// <summary>A dictionary that is never changed: a write puts a changed copy in its place.</summary>
[State(
    Title = "Snapshot",
    Family = StateFamily.Dictionary,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = false,
    HowItWorks = "A Dictionary that writers copy behind a lock and readers take without one")]
public sealed class SnapshotState : IKeyedState
{
    private readonly Lock gate = new();
    private volatile Dictionary<int, int> map = [];

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => new(map.GetValueOrDefault(key));

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        lock (gate)
        {
            map = new(map) { [key] = value };
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
