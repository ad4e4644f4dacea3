namespace KeyedState.Stores;

/// <summary>Redis with an append-only file that is flushed before a write is acknowledged.</summary>
[State(
    Title = "Redis, AOF always",
    Family = StateFamily.Store,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "StackExchange.Redis",
    HowItWorks = "A redis-server in another process of this machine, reached by StackExchange.Redis over one connection that all callers share; the server appends each change to a file and flushes it before it answers, at once for all changes that have arrived together")]
[BeyondProcess(
    SurvivesProcess = true,
    SurvivesSystem = true,
    SurvivesPowerCut = true,
    ReachableBy = "any process that reaches its port",
    Acknowledged = "the disk has the value",
    Settings = "appendonly yes, appendfsync always, no snapshots on disk",
    Limit = typeof(FlushState))]
[NeedsRedisServer(OwnSettings = true)]
[Lacks(Capability.ExclusiveUpdate, "the server runs no code of its callers, and a lock in it would be another state")]
public sealed class RedisAlwaysState : RedisScriptState
{
    /// <summary>Starts a server and connects to it.</summary>
    /// <exception cref="EngineFailedException">It is not installed, or can't be started.</exception>
    public RedisAlwaysState()
        : base(RedisServer.Appending("always"))
    {
    }
}
