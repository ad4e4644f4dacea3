namespace KeyedState.Stores;

/// <summary>Garnet with an append-only file that is written every second.</summary>
[State(
    Title = "Garnet, AOF every second",
    Family = StateFamily.Store,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Microsoft.Garnet",
    HowItWorks = "A Garnet server in another process of this machine, reached by StackExchange.Redis over one connection that all callers share; every second the server appends the changes to a file")]
[BeyondProcess(
    SurvivesProcess = false,
    SurvivesSystem = false,
    SurvivesPowerCut = false,
    ReachableBy = "any process that reaches its port",
    Acknowledged = "the server has the value in its memory, and writes it to its file within a second",
    Settings = "aof-commit-freq 1000, device-type RandomAccess, scripts as transactions",
    Limit = typeof(LoopbackEchoState))]
[Lacks(Capability.ExclusiveUpdate, "the server runs no code of its callers, and a lock in it would be another state")]
public sealed class GarnetEverySecondState : RedisScriptState
{
    /// <summary>Starts a server and connects to it.</summary>
    /// <exception cref="EngineFailedException">It can't be started.</exception>
    public GarnetEverySecondState()
        : base(RedisPlace.Start(GarnetCommand.AppendingEverySecond))
    {
    }
}
