namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>Takes snapshots from a copy that is right and consistent, but made after every few changes only. Every sum is right.</summary>
internal sealed class StaleSnapshotState : BrokenCompoundState, IAtomicTransfer, IAtomicSnapshot
{
    private const int Period = 5;

    private volatile Dictionary<int, int> copy = [];
    private int changes;

    public override ValueTask WriteAsync(int key, int value)
    {
        lock (Gate)
        {
            Map[key] = value;
            copy = new(Map);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        lock (Gate)
        {
            var result = Transfer(source, target, amount);
            if (++changes % Period == 0)
            {
                copy = new(Map);
            }

            return new(result);
        }
    }

    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var consistent = copy;
        for (var i = 0; i < keys.Length; i++)
        {
            values.Span[i] = consistent.GetValueOrDefault(keys.Span[i]);
        }

        return ValueTask.CompletedTask;
    }
}
