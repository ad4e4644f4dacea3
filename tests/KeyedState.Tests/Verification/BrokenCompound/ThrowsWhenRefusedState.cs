namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>Throws when a source hasn't enough, instead of saying so.</summary>
internal sealed class ThrowsWhenRefusedState : BrokenCompoundState, IAtomicTransfer
{
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount) =>
        Transfer(source, target, amount) is { Moved: true } result ? new(result) : throw new InvalidTransferException("There is not enough.");
}
