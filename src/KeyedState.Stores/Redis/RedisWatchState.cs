namespace KeyedState.Stores;

/// <summary>Redis as it is used by callers who change values themselves: they begin anew if another was faster.</summary>
[State(
    Title = "Redis, WATCH",
    Family = StateFamily.Store,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "StackExchange.Redis",
    HowItWorks = "A redis-server in another process of this machine, reached by StackExchange.Redis over one connection that all callers share; who adds or transfers reads first, and writes in a transaction that is refused if what was read has changed (WATCH, MULTI, EXEC); a snapshot is such a transaction that only reads")]
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
public sealed class RedisWatchState : RedisTransactionState
{
    /// <summary>Starts a server and connects to it.</summary>
    /// <exception cref="EngineFailedException">It is not installed, or can't be started.</exception>
    public RedisWatchState()
        : base(RedisServer.InMemory())
    {
    }
}
