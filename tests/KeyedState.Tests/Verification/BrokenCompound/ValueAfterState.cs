namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>Returns the value after an add.</summary>
internal sealed class ValueAfterState : BrokenCompoundState, IAtomicAdd
{
    public ValueTask<int> AddAsync(int key, int amount) => new(Add(key, amount) + amount);
}
