namespace KeyedState.Stores;

/// <summary>Keys of which each is a grain of Orleans, in a cluster that has processes of its own.</summary>
/// <remarks>Orleans does not send a call again whose answer did not come, so that no addition is made twice.</remarks>
public abstract class OrleansKeysState : IKeyedState, IAtomicAdd, IServedState
{
    private readonly ClusterCaller caller;
    private readonly Func<IGrainFactory, long, IKeyGrain> grainOf;
    private readonly long origin;

    private protected OrleansKeysState(ClusterCaller caller, Func<IGrainFactory, long, IKeyGrain> grainOf, long origin = 0) =>
        (this.caller, this.grainOf, this.origin) = (caller, grainOf, origin);

    /// <inheritdoc/>
    public TimeSpan EngineProcessorTime => caller.ProcessorTime;

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => caller.CallAsync(() => GrainOf(key).ReadAsync());

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value) => caller.CallAsync(() => GrainOf(key).WriteAsync(value));

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount) => caller.CallAsync(() => GrainOf(key).AddAsync(amount));

    /// <summary>Refuses further operations, lets those that are under way be answered, and ends what this state started.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await caller.DisposeAsync();
    }

    private IKeyGrain GrainOf(int key) => grainOf(caller.Grains, origin + key);
}
