namespace KeyedState;

/// <summary>A state that moves an amount from one key to another in one step.</summary>
public interface IAtomicTransfer
{
    /// <summary>Moves <paramref name="amount"/> from <paramref name="source"/> to <paramref name="target"/> if the source has as much.</summary>
    /// <remarks>
    /// Both reads and both writes take effect at one instant between the call and its completion: no other operation sees the amount
    /// gone from the one and not yet on the other. A refused transfer changes nothing and is a read of both keys at one instant.
    /// </remarks>
    /// <param name="source">The key that gives; a key that was never written has the value 0.</param>
    /// <param name="target">The key that takes; another one.</param>
    /// <param name="amount">1 or more.</param>
    /// <returns>Both values before, and whether the amount was moved.</returns>
    /// <exception cref="InvalidTransferException">
    /// The keys are the same, the amount is less than 1, or the target's value would be larger than <see cref="int.MaxValue"/>.
    /// Nothing has changed. The call or the task throws it.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The state was disposed of and declares that it throws then.</exception>
    ValueTask<TransferResult> TransferAsync(int source, int target, int amount);
}
