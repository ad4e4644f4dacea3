namespace KeyedState.Benchmarks.Gate;

/// <summary>
/// A dictionary under a lock and a piece of work, which is done while the lock is held or before it is taken. One core
/// does both at the same cost; on several the longer critical section makes callers wait for each other.
/// </summary>
/// <param name="turns">How long the work is, in turns of the delay loop.</param>
/// <param name="inside">Whether it is done under the lock.</param>
internal sealed class SectionState(int turns, bool inside) : IKeyedState
{
    private readonly Dictionary<int, int> map = [];
    private readonly Lock gate = new();

    public ValueTask<int> ReadAsync(int key)
    {
        _ = DelayLoop.Spin(inside ? 0 : turns);
        lock (gate)
        {
            _ = DelayLoop.Spin(inside ? turns : 0);
            return new(map.TryGetValue(key, out var value) ? value : 0);
        }
    }

    public ValueTask WriteAsync(int key, int value)
    {
        _ = DelayLoop.Spin(inside ? 0 : turns);
        lock (gate)
        {
            _ = DelayLoop.Spin(inside ? turns : 0);
            map[key] = value;
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
