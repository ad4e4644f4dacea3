namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>A lock and a dictionary that are right by themselves. It carries no <see cref="StateAttribute"/>: no catalogue may find it.</summary>
internal abstract class BrokenCompoundState : IKeyedState
{
    // No number of steps that an operation takes is a multiple of it, so that each of its steps is met.
    private const int RarelyOneIn = 5;

    private int steps;

    protected object Gate { get; } = new();

    protected Dictionary<int, int> Map { get; } = [];

    public virtual ValueTask<int> ReadAsync(int key) => new(Value(key));

    public virtual ValueTask WriteAsync(int key, int value)
    {
        Set(key, value);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected int Value(int key)
    {
        lock (Gate)
        {
            return Map.GetValueOrDefault(key);
        }
    }

    protected virtual void Set(int key, int value)
    {
        lock (Gate)
        {
            Map[key] = value;
        }
    }

    /// <summary>Adds, as it should be.</summary>
    protected int Add(int key, int amount)
    {
        lock (Gate)
        {
            var before = Map.GetValueOrDefault(key);
            Set(key, before + amount);
            return before;
        }
    }

    /// <summary>Transfers, as it should be.</summary>
    protected TransferResult Transfer(int source, int target, int amount)
    {
        lock (Gate)
        {
            var result = new TransferResult(Map.GetValueOrDefault(source), Map.GetValueOrDefault(target), Map.GetValueOrDefault(source) >= amount);
            if (result.Moved)
            {
                Set(source, result.SourceBefore - amount);
                Set(target, result.TargetBefore + amount);
            }

            return result;
        }
    }

    /// <summary>Takes a snapshot, as it should be.</summary>
    protected void Snapshot(ReadOnlySpan<int> keys, Span<int> values)
    {
        lock (Gate)
        {
            for (var i = 0; i < keys.Length; i++)
            {
                values[i] = Map.GetValueOrDefault(keys[i]);
            }
        }
    }

    /// <summary>Stands where the state is vulnerable, and now and then lets other callers go first.</summary>
    protected async ValueTask LetOthersInNowAndThenAsync()
    {
        if (Interlocked.Increment(ref steps) % RarelyOneIn == 0)
        {
            await Task.Yield();
        }
    }
}
