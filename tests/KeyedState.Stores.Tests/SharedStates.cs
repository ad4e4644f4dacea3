using System.Collections.Concurrent;
using KeyedState.Stores.Benchmarks;

namespace KeyedState.Stores.Tests;

/// <summary>
/// One instance of each state for all tests of a class, since an engine takes a second to start, and one cluster of silos and one PostgreSQL
/// for all that need one. Each test has keys of its own.
/// </summary>
/// <param name="postgres">The PostgreSQL.</param>
public sealed class SharedStates(PostgresTestServer postgres) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, IKeyedState> made = new();
    private readonly Lazy<SiloCluster> silos = new(() => SiloCluster.Start(silos: 2));
    private int key;

    /// <summary>The instance of a state.</summary>
    /// <param name="name">The state's name.</param>
    public IKeyedState Get(string name) => made.GetOrAdd(name, Fresh);

    /// <summary>An instance of a state whose keys nobody has used, for its caller to dispose of.</summary>
    /// <param name="name">The state's name.</param>
    public IKeyedState Fresh(string name) => name switch
    {
        "OrleansOneGrain" => new OrleansOneGrainState(ClusterCaller.WithClientOf(silos.Value), NextKey()),
        "OrleansTwoSilos" => new OrleansTwoSilosState(ClusterCaller.WithClientOf(silos.Value), NextOrigin()),
        "OrleansStored" => new OrleansStoredState(ClusterCaller.WithClientOf(silos.Value), NextOrigin()),
        "OrleansTransfers" => new OrleansTransfersState(ClusterCaller.WithClientOf(silos.Value), NextOrigin()),
        "Postgres" => new PostgresState(PostgresPlace.Outside(postgres.NewDatabase("waiting"))),
        "PostgresAsynchronous" => new PostgresAsynchronousState(PostgresPlace.Outside(new(postgres.NewDatabase("asynchronous").ConnectionString) { Options = "-c synchronous_commit=off" })),
        _ => StoreCatalogue.Find(name).Create(),
    };

    /// <summary>The first of ten keys that no other test uses.</summary>
    public int NextKey() => Interlocked.Add(ref key, 10);

    /// <summary>Disposes of all.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(made.Values.Select(state => state.DisposeAsync().AsTask()));
        if (silos.IsValueCreated)
        {
            silos.Value.Dispose();
        }
    }

    // Any int is a key.
    private long NextOrigin() => (long)NextKey() << 32;
}
