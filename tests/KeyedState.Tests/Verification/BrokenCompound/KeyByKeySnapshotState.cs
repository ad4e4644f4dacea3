namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>Takes the lock once for each key of a snapshot.</summary>
internal sealed class KeyByKeySnapshotState : BrokenCompoundState, IAtomicTransfer, IAtomicSnapshot
{
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount) => new(Transfer(source, target, amount));

    public async ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            values.Span[i] = Value(keys.Span[i]);
            await LetOthersInNowAndThenAsync();
        }
    }
}
