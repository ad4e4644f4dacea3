using System.Collections.Concurrent;

namespace KeyedState;

/// <summary>A dictionary of tasks that begin when somebody first asks for them: more may be made than one, but only the one that is kept begins.</summary>
public sealed class LazyTaskCreation : IKeyCreation
{
    private readonly ConcurrentDictionary<int, Lazy<Task<int>>> tasks = new();

    /// <inheritdoc/>
    public Task<int> GetOrAddAsync(int key, Func<int, Task<int>> create) =>
        tasks.GetOrAdd(key, static (key, create) => new Lazy<Task<int>>(() => create(key)), create).Value;
}
