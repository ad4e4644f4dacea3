namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>
/// Reads both keys of a transfer that it refuses without a lock, and takes a source that has the same value afterwards for one that hasn't
/// changed, though it may have changed and changed back (ABA). Where values never recur, it is right.
/// </summary>
internal sealed class RecurringValueState : BrokenCompoundState, IAtomicTransfer
{
    public async ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        while (true)
        {
            var seen = Value(source);
            if (seen >= amount)
            {
                lock (Gate)
                {
                    if (Map.GetValueOrDefault(source) >= amount)
                    {
                        return Transfer(source, target, amount);
                    }
                }

                continue;
            }

            await Task.Yield();
            var targetSeen = Value(target);
            await Task.Yield();
            if (Value(source) == seen)
            {
                return new(seen, targetSeen, Moved: false);
            }
        }
    }
}
