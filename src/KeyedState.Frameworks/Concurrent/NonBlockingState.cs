using NonBlocking;

namespace KeyedState.Frameworks;

/// <summary>
/// The lock-free dictionary of Vladimir Sadov's NonBlocking, after Cliff Click's non-blocking hash map ("A Lock-Free
/// Wait-Free Hash Table", Stanford EE380, 2007).
/// </summary>
[State(
    Title = "NonBlocking dictionary",
    Family = StateFamily.Dictionary,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    Package = "NonBlocking",
    FullSuiteOnly = true,
    HowItWorks = "The lock-free dictionary of the NonBlocking package; each key's value is in its own box, which a write updates in place")]
[Lacks(Capability.Transfer, "it changes one key in a step")]
[Lacks(Capability.Snapshot, "nothing holds writes up while several keys are read")]
[Lacks(Capability.ExclusiveUpdate, "it runs no asynchronous code of its callers")]
public sealed class NonBlockingState : IKeyedState, IAtomicAdd
{
    private readonly ConcurrentDictionary<int, int> map = new();

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => new(map.TryGetValue(key, out var value) ? value : 0);

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        map[key] = value;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount)
    {
        while (true)
        {
            if (!map.TryGetValue(key, out var before))
            {
                if (map.TryAdd(key, amount))
                {
                    return new(0);
                }
            }
            else if (map.TryUpdate(key, unchecked(before + amount), before))
            {
                return new(before);
            }

            Retries.Count();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
