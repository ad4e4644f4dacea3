namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>An actor that serves the next message while the one before awaits something.</summary>
internal sealed class ReentrantActorState : BrokenCompoundState, IExclusiveUpdate
{
    private readonly SemaphoreSlim turn = new(1);

    public async ValueTask<int> UpdateAsync(int key, Func<int, CancellationToken, ValueTask<int>> update, CancellationToken cancellationToken = default)
    {
        await turn.WaitAsync(cancellationToken);
        var before = Value(key);
        var code = update(before, cancellationToken).AsTask();
        if (!code.IsCompleted)
        {
            turn.Release();
            await code;
            await turn.WaitAsync(cancellationToken);
        }

        Set(key, await code);
        turn.Release();
        return before;
    }
}
