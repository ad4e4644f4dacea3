namespace KeyedState.Stores;

/// <summary>Garnet, Microsoft's server for Redis clients, in a process of its own that this state starts and ends.</summary>
/// <remarks>
/// Garnet serves connections in parallel, so that a script is one step for others only if it locks its keys first, which is what the
/// transaction mode of its scripts does.
/// </remarks>
[State(
    Title = "Garnet",
    Family = StateFamily.Store,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Microsoft.Garnet",
    HowItWorks = "A Garnet server in another process of this machine, reached by StackExchange.Redis over one connection that all callers share; a script on the server transfers and takes snapshots")]
[BeyondProcess(
    SurvivesProcess = false,
    SurvivesSystem = false,
    SurvivesPowerCut = false,
    ReachableBy = "any process that reaches its port",
    Acknowledged = "the server has the value in its memory",
    Settings = "no append-only file, no checkpoints, scripts as transactions",
    Limit = typeof(LoopbackEchoState))]
[Lacks(Capability.ExclusiveUpdate, "the server runs no code of its callers, and a lock in it would be another state")]
public sealed class GarnetState : RedisScriptState
{
    /// <summary>Starts a server and connects to it.</summary>
    /// <exception cref="EngineFailedException">It can't be started.</exception>
    public GarnetState()
        : base(RedisPlace.Start(GarnetCommand.InMemory))
    {
    }
}
