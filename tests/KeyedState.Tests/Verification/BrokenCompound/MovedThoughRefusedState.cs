namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>Says that a transfer is refused, and moves what there is.</summary>
internal sealed class MovedThoughRefusedState : BrokenCompoundState, IAtomicTransfer
{
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        lock (Gate)
        {
            var result = Transfer(source, target, amount);
            if (!result.Moved)
            {
                Map[source] = 0;
                Map[target] = result.SourceBefore + result.TargetBefore;
            }

            return new(result);
        }
    }
}
