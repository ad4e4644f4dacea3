namespace KeyedState.Stores;

/// <summary>A grain of Orleans that owns all keys, in a cluster of two silos, each in a process of its own, called by a client.</summary>
[State(
    Title = "Orleans, one grain",
    Family = StateFamily.Store,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Microsoft.Orleans.Server",
    HowItWorks = "One Orleans grain owns all keys, on one of two silos in other processes of this machine; this process is their client, and each operation is one call")]
[BeyondProcess(
    SurvivesProcess = false,
    SurvivesSystem = false,
    SurvivesPowerCut = false,
    ReachableBy = "any silo and any client of the cluster",
    Acknowledged = "the grain's silo has the value in its memory",
    Settings = "no grain storage",
    Limit = typeof(LoopbackEchoState))]
[Lacks(Capability.ExclusiveUpdate, "a grain in another process can't run its caller's code")]
public sealed class OrleansOneGrainState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot, IServedState
{
    private readonly ClusterCaller caller;
    private readonly IMapGrain grain;

    /// <summary>Starts the silos and a client.</summary>
    /// <exception cref="EngineFailedException">They can't be started.</exception>
    public OrleansOneGrainState()
        : this(ClusterCaller.WithClient(silos: 2))
    {
    }

    /// <summary>A grain of a cluster that others use too.</summary>
    /// <param name="caller">How it is called.</param>
    /// <param name="number">Which grain it is.</param>
    internal OrleansOneGrainState(ClusterCaller caller, long number = 0) => (this.caller, grain) = (caller, caller.Grains.GetGrain<IMapGrain>(number));

    /// <inheritdoc/>
    public TimeSpan EngineProcessorTime => caller.ProcessorTime;

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => caller.CallAsync(() => grain.ReadAsync(key));

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value) => caller.CallAsync(() => grain.WriteAsync(key, value));

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount) => caller.CallAsync(() => grain.AddAsync(key, amount));

    /// <inheritdoc/>
    public async ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        var (sourceBefore, targetBefore, moved) = await caller.CallAsync(() => grain.TransferAsync(source, target, amount));
        if (!moved && sourceBefore >= amount)
        {
            InvalidTransferException.ThrowIfTooLarge(targetBefore, amount);
        }

        return new(sourceBefore, targetBefore, moved);
    }

    /// <inheritdoc/>
    public async ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values[..keys.Length];
        var read = await caller.CallAsync(() => grain.SnapshotAsync(keys.ToArray()));
        read.CopyTo(places);
    }

    /// <summary>Refuses further operations, lets those that are under way be answered, and ends what this state started.</summary>
    public ValueTask DisposeAsync() => caller.DisposeAsync();
}
