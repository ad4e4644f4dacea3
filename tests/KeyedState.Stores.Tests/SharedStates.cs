using System.Collections.Concurrent;
using KeyedState.Stores.Benchmarks;

namespace KeyedState.Stores.Tests;

/// <summary>One instance of each state for all tests of a class, since an engine takes a second to start. Each test has keys of its own.</summary>
public sealed class SharedStates : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, IKeyedState> made = new();
    private int key;

    /// <summary>The instance of a state.</summary>
    /// <param name="name">The state's name.</param>
    public IKeyedState Get(string name) => made.GetOrAdd(name, _ => StoreCatalogue.Find(name).Create());

    /// <summary>The first of ten keys that no other test uses.</summary>
    public int NextKey() => Interlocked.Add(ref key, 10);

    /// <summary>Disposes of all.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAll(made.Values.Select(state => state.DisposeAsync().AsTask()));
}
