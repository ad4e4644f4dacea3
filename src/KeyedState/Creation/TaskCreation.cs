using System.Collections.Concurrent;

namespace KeyedState;

/// <summary>
/// A dictionary of tasks. It calls the code before it takes the key's lock, so that callers who come at the same time may all call it,
/// and all but one of their tasks are dropped.
/// </summary>
public sealed class TaskCreation : IKeyCreation
{
    private readonly ConcurrentDictionary<int, Task<int>> tasks = new();

    /// <inheritdoc/>
    public Task<int> GetOrAddAsync(int key, Func<int, Task<int>> create) => tasks.GetOrAdd(key, create);
}
