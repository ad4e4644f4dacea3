namespace KeyedState.Tests.Harness;

/// <summary>A state that reads and writes by one script, and counts its calls.</summary>
internal sealed class ScriptedState(Func<int, ValueTask<int>> script) : IKeyedState
{
    private int reads;
    private int writes;

    public int Reads => reads;

    public int Writes => writes;

    public ValueTask<int> ReadAsync(int key)
    {
        Interlocked.Increment(ref reads);
        return script(key);
    }

    public ValueTask WriteAsync(int key, int value)
    {
        Interlocked.Increment(ref writes);
        return new ValueTask(script(key).AsTask());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
