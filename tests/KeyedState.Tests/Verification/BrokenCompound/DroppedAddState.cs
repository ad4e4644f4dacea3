namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>Loses one add and never answers it.</summary>
internal sealed class DroppedAddState : BrokenCompoundState, IAtomicAdd
{
    private const int Lost = 500;

    private int adds;

    public ValueTask<int> AddAsync(int key, int amount) =>
        Interlocked.Increment(ref adds) == Lost ? new(new TaskCompletionSource<int>().Task) : new(Add(key, amount));
}
