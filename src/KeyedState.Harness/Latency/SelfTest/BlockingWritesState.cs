namespace KeyedState.Harness;

/// <summary>Holds nothing, answers a read at once, and blocks the thread of whoever writes, as a lock that prefers readers would.</summary>
internal sealed class BlockingWritesState : IKeyedState
{
    /// <summary>How long a write takes at least.</summary>
    public static TimeSpan Write { get; } = TimeSpan.FromMilliseconds(40);

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => new(0);

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        Thread.Sleep(Write);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;
}
