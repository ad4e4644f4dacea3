namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>Returns a transfer's values before as they were at two instants.</summary>
internal sealed class TwoInstantsState : BrokenCompoundState, IAtomicTransfer
{
    public async ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        var targetBefore = Value(target);
        await LetOthersInNowAndThenAsync();
        return Transfer(source, target, amount) with { TargetBefore = targetBefore };
    }
}
