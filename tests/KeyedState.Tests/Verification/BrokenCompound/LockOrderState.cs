using System.Collections.Concurrent;

namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>Locks a transfer's source and then its target, so that two transfers in opposite directions wait for each other for ever.</summary>
internal sealed class LockOrderState : BrokenCompoundState, IAtomicTransfer
{
    private readonly ConcurrentDictionary<int, SemaphoreSlim> locks = new();

    public async ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        var (first, second) = (LockOf(source), LockOf(target));
        await first.WaitAsync();
        await LetOthersInNowAndThenAsync();
        await second.WaitAsync();
        var result = Transfer(source, target, amount);
        second.Release();
        first.Release();
        return result;
    }

    private SemaphoreSlim LockOf(int key) => locks.GetOrAdd(key, static _ => new SemaphoreSlim(1));
}
