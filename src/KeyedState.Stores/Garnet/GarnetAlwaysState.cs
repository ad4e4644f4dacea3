namespace KeyedState.Stores;

/// <summary>Garnet with an append-only file that has every write before it is acknowledged.</summary>
/// <remarks>
/// It waits until the file was written, which outlives the server's process. No call that flushes the file to the disk was
/// seen, so nothing more is declared.
/// </remarks>
[State(
    Title = "Garnet, AOF always",
    Family = StateFamily.Store,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Microsoft.Garnet",
    HowItWorks = "A Garnet server in another process of this machine, reached by StackExchange.Redis over one connection that all callers share; the server appends each change to a file before it answers")]
[BeyondProcess(
    SurvivesProcess = true,
    SurvivesSystem = false,
    SurvivesPowerCut = false,
    ReachableBy = "any process that reaches its port",
    Acknowledged = "the operating system has the value",
    Settings = "aof-commit-freq 0, aof-commit-wait, device-type RandomAccess, scripts as transactions",
    Limit = typeof(LoopbackEchoState))]
[Lacks(Capability.ExclusiveUpdate, "the server runs no code of its callers, and a lock in it would be another state")]
public sealed class GarnetAlwaysState : RedisScriptState
{
    /// <summary>Starts a server and connects to it.</summary>
    /// <exception cref="EngineFailedException">It can't be started.</exception>
    public GarnetAlwaysState()
        : base(RedisPlace.Start(GarnetCommand.AppendingAlways))
    {
    }
}
