namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>Looks whether a transfer's source has enough before it takes the lock.</summary>
internal sealed class EarlyGuardState : BrokenCompoundState, IAtomicTransfer
{
    public async ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        if (Value(source) < amount)
        {
            return Transfer(source, target, amount);
        }

        await LetOthersInNowAndThenAsync();
        lock (Gate)
        {
            var result = new TransferResult(Map.GetValueOrDefault(source), Map.GetValueOrDefault(target), Moved: true);
            Map[source] = result.SourceBefore - amount;
            Map[target] = result.TargetBefore + amount;
            return result;
        }
    }
}
