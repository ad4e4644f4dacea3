namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>Updates wait for each other, but adds of their key don't wait for them.</summary>
internal sealed class WriteDuringUpdateState : BrokenCompoundState, IExclusiveUpdate, IAtomicAdd
{
    private readonly SemaphoreSlim updates = new(1);

    public ValueTask<int> AddAsync(int key, int amount) => new(Add(key, amount));

    public async ValueTask<int> UpdateAsync(int key, Func<int, CancellationToken, ValueTask<int>> update, CancellationToken cancellationToken = default)
    {
        await updates.WaitAsync(cancellationToken);
        var before = Value(key);
        Set(key, await update(before, cancellationToken));
        updates.Release();
        return before;
    }
}
