namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>Runs an update's code without a lock, and again when somebody else was faster. What it returns is linearizable.</summary>
internal sealed class CodeRunAgainState : BrokenCompoundState, IExclusiveUpdate
{
    public async ValueTask<int> UpdateAsync(int key, Func<int, CancellationToken, ValueTask<int>> update, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var before = Value(key);
            var made = await update(before, cancellationToken);
            lock (Gate)
            {
                if (Map.GetValueOrDefault(key) == before)
                {
                    Map[key] = made;
                    return before;
                }
            }
        }
    }
}
