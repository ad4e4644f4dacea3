namespace KeyedState.Tests.Latency;

/// <summary>A state whose calls complete at once, after they have kept their thread for a time.</summary>
/// <param name="time">The time.</param>
/// <param name="read">How long a read that is called at a time takes.</param>
/// <param name="write">The same of a write.</param>
internal sealed class BlockingState(VirtualTime time, Func<long, long> read, Func<long, long> write) : IKeyedState
{
    public ValueTask<int> ReadAsync(int key)
    {
        time.Pass(read(time.Now()));
        return new(0);
    }

    public ValueTask WriteAsync(int key, int value)
    {
        time.Pass(write(time.Now()));
        return default;
    }

    public ValueTask DisposeAsync() => default;
}
