namespace KeyedState.Stores;

/// <summary>The redis-server of this machine, in a process of its own that this state starts and ends.</summary>
[State(
    Title = "Redis",
    Family = StateFamily.Store,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "StackExchange.Redis",
    HowItWorks = "A redis-server in another process of this machine, reached by StackExchange.Redis over one connection that all callers share; a script on the server transfers and takes snapshots")]
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
public sealed class RedisState : RedisScriptState
{
    /// <summary>Starts a server and connects to it.</summary>
    /// <exception cref="EngineFailedException">It is not installed, or can't be started.</exception>
    public RedisState()
        : this(RedisServer.InMemory())
    {
    }

    /// <summary>Connects to a server.</summary>
    /// <param name="place">Where it is.</param>
    internal RedisState(RedisPlace place)
        : base(place)
    {
    }
}
