namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>Answers an update before its code has ended.</summary>
internal sealed class LateCodeState : BrokenCompoundState, IExclusiveUpdate
{
    private readonly SemaphoreSlim updates = new(1);

    public async ValueTask<int> UpdateAsync(int key, Func<int, CancellationToken, ValueTask<int>> update, CancellationToken cancellationToken = default)
    {
        await updates.WaitAsync(cancellationToken);
        var before = Value(key);
        _ = EndAsync(key, update(before, cancellationToken).AsTask());
        return before;
    }

    private async Task EndAsync(int key, Task<int> code)
    {
        Set(key, await code);
        updates.Release();
    }
}
