namespace KeyedState.Stores;

/// <summary>Redis with an append-only file that is flushed every second.</summary>
/// <remarks>
/// The server usually writes to the file before it answers. While a flush is under way it puts the writing off, for up to two seconds, and answers
/// all the same. So most of what was acknowledged outlives its process (960 of 1,129,558 writes did not in twenty kills), and nothing is declared.
/// </remarks>
[State(
    Title = "Redis, AOF every second",
    Family = StateFamily.Store,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "StackExchange.Redis",
    HowItWorks = "A redis-server in another process of this machine, reached by StackExchange.Redis over one connection that all callers share; the server appends the changes to a file, which it flushes every second")]
[BeyondProcess(
    SurvivesProcess = false,
    SurvivesSystem = false,
    SurvivesPowerCut = false,
    ReachableBy = "any process that reaches its port",
    Acknowledged = "the server has the value in its memory, and mostly the operating system has it",
    Settings = "appendonly yes, appendfsync everysec, no snapshots on disk",
    Limit = typeof(LoopbackEchoState))]
[NeedsRedisServer(OwnSettings = true)]
[Lacks(Capability.ExclusiveUpdate, "the server runs no code of its callers, and a lock in it would be another state")]
public sealed class RedisEverySecondState : RedisScriptState
{
    /// <summary>Starts a server and connects to it.</summary>
    /// <exception cref="EngineFailedException">It is not installed, or can't be started.</exception>
    public RedisEverySecondState()
        : base(RedisServer.Appending("everysec"))
    {
    }
}
