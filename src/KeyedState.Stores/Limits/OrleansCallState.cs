namespace KeyedState.Stores;

/// <summary>What it costs at least to call a grain on another silo: a call that does nothing.</summary>
[State(
    Title = "Call between two silos",
    Family = StateFamily.Limit,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Microsoft.Orleans.Server",
    HowItWorks = "Every operation is a call that does nothing, from an Orleans silo in this process to a grain on a silo in another process of this machine")]
public sealed class OrleansCallState : IKeyedState, IServedState
{
    // Odd, so that it is on the other silo.
    private const long Number = 1;

    private readonly ClusterCaller caller = ClusterCaller.AsSilo();
    private readonly IIdleGrain grain;

    /// <summary>Starts both silos.</summary>
    /// <exception cref="EngineFailedException">They can't be started.</exception>
    public OrleansCallState() => grain = caller.Grains.GetGrain<IIdleGrain>(Number);

    /// <inheritdoc/>
    public TimeSpan EngineProcessorTime => caller.ProcessorTime;

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(int key)
    {
        await caller.CallAsync(grain.CallAsync);
        return 0;
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value) => caller.CallAsync(grain.CallAsync);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => caller.DisposeAsync();
}
