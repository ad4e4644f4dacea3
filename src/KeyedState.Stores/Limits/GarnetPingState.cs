namespace KeyedState.Stores;

/// <summary>What it costs at least to ask a server by way of StackExchange.Redis: a PING, which touches no key.</summary>
[State(
    Title = "PING to Garnet",
    Family = StateFamily.Limit,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Microsoft.Garnet",
    HowItWorks = "Every operation is a PING by StackExchange.Redis to a Garnet server in another process, over one connection that all callers share")]
public sealed class GarnetPingState : IKeyedState, IEngineState
{
    private readonly GarnetState garnet = new();

    /// <inheritdoc/>
    public EngineHost? Engine => garnet.Engine;

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(int key)
    {
        await garnet.PingAsync();
        return 0;
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value) => garnet.PingAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => garnet.DisposeAsync();
}
