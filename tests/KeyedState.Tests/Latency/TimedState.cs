namespace KeyedState.Tests.Latency;

/// <summary>A state whose operations take a time that is computed from when they are called.</summary>
/// <param name="time">The time.</param>
/// <param name="read">When a read that is called at a time ends.</param>
/// <param name="write">When a write that is called at a time ends.</param>
internal sealed class TimedState(VirtualTime time, Func<long, long> read, Func<long, long> write) : IKeyedState
{
    public const long Microsecond = 1_000;
    public const long Millisecond = 1_000_000;

    public static TimedState Always(VirtualTime time, long length) => new(time, now => now + length, now => now + length);

    /// <summary>Answers nobody in the first ten milliseconds of every hundred.</summary>
    public static TimedState Stalling(VirtualTime time, long length) => new(time, now => Served(now, length), now => Served(now, length));

    public async ValueTask<int> ReadAsync(int key)
    {
        await time.Until(read(time.Now()));
        return 0;
    }

    public async ValueTask WriteAsync(int key, int value) => await time.Until(write(time.Now()));

    public ValueTask DisposeAsync() => default;

    private static long Served(long now, long length) => Math.Max(now, (now / (100 * Millisecond) * 100 * Millisecond) + (10 * Millisecond)) + length;
}
