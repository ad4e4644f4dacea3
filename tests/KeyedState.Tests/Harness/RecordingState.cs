using KeyedState.Harness;

namespace KeyedState.Tests.Harness;

/// <summary>A state that answers at once, later, or now and then later, and records what it is asked, in order.</summary>
internal sealed class RecordingState(Func<int, bool> isLater) : IKeyedState
{
    private readonly Lock gate = new();
    private readonly List<(OperationKind Kind, int Key, int Value)> calls = [];

    public IReadOnlyList<(OperationKind Kind, int Key, int Value)> Calls => calls;

    public async ValueTask<int> ReadAsync(int key)
    {
        if (Record(OperationKind.Read, key, 0))
        {
            await Task.Yield();
        }

        return key + 1;
    }

    public async ValueTask WriteAsync(int key, int value)
    {
        if (Record(OperationKind.Write, key, value))
        {
            await Task.Yield();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private bool Record(OperationKind kind, int key, int value)
    {
        lock (gate)
        {
            calls.Add((kind, key, value));
            return isLater(calls.Count);
        }
    }
}
