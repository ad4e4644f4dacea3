using System.Diagnostics.CodeAnalysis;

namespace KeyedState;

/// <summary>A dictionary behind a semaphore of one, for which callers wait without blocking a thread.</summary>
[State(
    Title = "SemaphoreSlim",
    Family = StateFamily.Lock,
    Replies = ReplyMode.AtOnceWhenFree,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = false,
    FullSuiteOnly = true,
    DotNetType = "SemaphoreSlim",
    HowItWorks = "A SemaphoreSlim with a count of one protects a Dictionary; a caller awaits WaitAsync, so waiting blocks no thread")]
[SuppressMessage("Reliability", "CA1001", Justification = "A semaphore whose wait handle is never asked for has nothing to release, and must outlive callers that run into the disposal.")]
public sealed class SemaphoreSlimState : IKeyedState
{
    private readonly SemaphoreSlim gate = new(initialCount: 1, maxCount: 1);
    private readonly Dictionary<int, int> map = [];

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(int key)
    {
        await gate.WaitAsync();
        try
        {
            return map.ReadOrZero(key);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(int key, int value)
    {
        await gate.WaitAsync();
        try
        {
            map[key] = value;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
