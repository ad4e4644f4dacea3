namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>A transfer in two phases: the target's owner books the amount, and when the source's owner refuses, nobody takes it back.</summary>
internal sealed class NoCompensationState : BrokenCompoundState, IAtomicTransfer
{
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        lock (Gate)
        {
            var targetBefore = Add(target, amount);
            var before = Map.GetValueOrDefault(source);
            if (before >= amount)
            {
                Map[source] = before - amount;
            }

            return new(new TransferResult(before, targetBefore, before >= amount));
        }
    }
}
