namespace KeyedState.Stores;

/// <summary>Redis with several connections, to which operations are shared out.</summary>
[State(
    Title = "Redis, four connections",
    Family = StateFamily.Store,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "StackExchange.Redis",
    HowItWorks = "A redis-server in another process of this machine, reached by StackExchange.Redis over four connections, to which operations are shared out by their key, or in turn where they have several; a script on the server transfers and takes snapshots")]
[BeyondProcess(
    SurvivesProcess = false,
    SurvivesSystem = false,
    SurvivesPowerCut = false,
    ReachableBy = "any process that reaches its port",
    Acknowledged = "the server has the value in its memory",
    Settings = "no append-only file, no snapshots on disk",
    Limit = typeof(LoopbackEchoState))]
[NeedsRedisServer]
[Lacks(Capability.ExclusiveUpdate, "the server runs no code of its callers, and a lock in it would be another state")]
public sealed class RedisConnectionsState : RedisScriptState
{
    /// <summary>Starts a server and connects to it.</summary>
    /// <exception cref="EngineFailedException">It is not installed, or can't be started.</exception>
    public RedisConnectionsState()
        : base(RedisServer.InMemory(), Several)
    {
    }
}
