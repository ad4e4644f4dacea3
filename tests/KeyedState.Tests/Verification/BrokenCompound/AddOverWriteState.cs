namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>Adds wait for each other, but not for writes: one that comes between an add's read and its write is lost.</summary>
internal sealed class AddOverWriteState : BrokenCompoundState, IAtomicAdd
{
    private readonly SemaphoreSlim adds = new(1);

    public async ValueTask<int> AddAsync(int key, int amount)
    {
        await adds.WaitAsync();
        var before = Value(key);
        await LetOthersInNowAndThenAsync();
        Set(key, before + amount);
        adds.Release();
        return before;
    }
}
