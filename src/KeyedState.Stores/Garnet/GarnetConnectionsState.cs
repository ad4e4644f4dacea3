namespace KeyedState.Stores;

/// <summary>Garnet with several connections, to which operations are shared out.</summary>
[State(
    Title = "Garnet, four connections",
    Family = StateFamily.Store,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Microsoft.Garnet",
    HowItWorks = "A Garnet server in another process of this machine, reached by StackExchange.Redis over four connections, to which operations are shared out by their key, or in turn where they have several; a script on the server transfers and takes snapshots")]
[BeyondProcess(
    SurvivesProcess = false,
    SurvivesSystem = false,
    SurvivesPowerCut = false,
    ReachableBy = "any process that reaches its port",
    Acknowledged = "the server has the value in its memory",
    Settings = "no append-only file, no checkpoints, scripts as transactions",
    Limit = typeof(LoopbackEchoState))]
[Lacks(Capability.ExclusiveUpdate, "the server runs no code of its callers, and a lock in it would be another state")]
public sealed class GarnetConnectionsState : RedisScriptState
{
    /// <summary>Starts a server and connects to it.</summary>
    /// <exception cref="EngineFailedException">It can't be started.</exception>
    public GarnetConnectionsState()
        : base(RedisPlace.Start(GarnetCommand.InMemory), Several)
    {
    }
}
