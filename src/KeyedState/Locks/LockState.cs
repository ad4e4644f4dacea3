namespace KeyedState;

/// <summary>A dictionary behind one <see cref="Lock"/>.</summary>
[State(
    Title = "Lock",
    Family = StateFamily.Lock,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    DotNetType = "Lock",
    HowItWorks = "One System.Threading.Lock protects a Dictionary; every read and every write takes it")]
public sealed class LockState : IKeyedState
{
    private readonly Lock gate = new();
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
