namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>Holds the lock while the code of an update is called, and no longer when that awaits something.</summary>
internal sealed class ReleasedAtAwaitState : BrokenCompoundState, IExclusiveUpdate
{
    public async ValueTask<int> UpdateAsync(int key, Func<int, CancellationToken, ValueTask<int>> update, CancellationToken cancellationToken = default)
    {
        int before;
        Task<int> code;
        lock (Gate)
        {
            before = Map.GetValueOrDefault(key);
            code = update(before, cancellationToken).AsTask();
            if (code.IsCompleted)
            {
                Map[key] = code.GetAwaiter().GetResult();
                return before;
            }
        }

        Set(key, await code);
        return before;
    }
}
