namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>Adds with a read and a write, each of which is safe by itself.</summary>
internal sealed class ReadThenWriteState : BrokenCompoundState, IAtomicAdd
{
    public async ValueTask<int> AddAsync(int key, int amount)
    {
        var before = Value(key);
        await LetOthersInNowAndThenAsync();
        Set(key, before + amount);
        return before;
    }
}
