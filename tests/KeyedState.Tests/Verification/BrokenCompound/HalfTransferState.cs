namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>Takes the lock once for each of a transfer's keys, so that others see the amount gone and not yet there.</summary>
internal sealed class HalfTransferState : BrokenCompoundState, IAtomicTransfer, IAtomicSnapshot
{
    public async ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        int before;
        lock (Gate)
        {
            before = Map.GetValueOrDefault(source);
            if (before < amount)
            {
                return new(before, Map.GetValueOrDefault(target), Moved: false);
            }

            Map[source] = before - amount;
        }

        await LetOthersInNowAndThenAsync();
        return new(before, Add(target, amount), Moved: true);
    }

    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        Snapshot(keys.Span, values.Span);
        return ValueTask.CompletedTask;
    }
}
