using System.Collections.Concurrent;

namespace KeyedState;

/// <summary>Looks, awaits the code, and then adds: whoever comes before the first has added runs the code as well.</summary>
public sealed class CheckedCreation : IKeyCreation
{
    private readonly ConcurrentDictionary<int, int> values = new();

    /// <inheritdoc/>
    public async Task<int> GetOrAddAsync(int key, Func<int, Task<int>> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        return values.TryGetValue(key, out var value) ? value : values.GetOrAdd(key, await create(key));
    }
}
