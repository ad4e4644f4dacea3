namespace KeyedState.Stores;

/// <summary>A grain of Orleans for each key in a cluster of four silos, each in a process of its own, called by a client.</summary>
[State(
    Title = "Orleans, four silos",
    Family = StateFamily.Store,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Microsoft.Orleans.Server",
    HowItWorks = "Each key is an Orleans grain on one of four silos in other processes of this machine; this process is their client, and a grain is on the silo by way of which the client asks")]
[BeyondProcess(
    SurvivesProcess = false,
    SurvivesSystem = false,
    SurvivesPowerCut = false,
    ReachableBy = "any silo and any client of the cluster",
    Acknowledged = "the grain's silo has the value in its memory",
    Settings = "no grain storage",
    Limit = typeof(LoopbackEchoState))]
[Lacks(Capability.Transfer, "two keys have two grains, and two calls are not one step")]
[Lacks(Capability.Snapshot, "each key has its own grain, and several calls are not one step")]
[Lacks(Capability.ExclusiveUpdate, "a grain in another process can't run its caller's code")]
public sealed class OrleansFourSilosState : OrleansKeysState
{
    /// <summary>Starts the silos and a client.</summary>
    /// <exception cref="EngineFailedException">They can't be started.</exception>
    public OrleansFourSilosState()
        : this(ClusterCaller.WithClient(silos: 4))
    {
    }

    /// <summary>The keys of a cluster.</summary>
    /// <param name="caller">How it is called.</param>
    internal OrleansFourSilosState(ClusterCaller caller)
        : base(caller, static (grains, key) => grains.GetGrain<INearKeyGrain>(key))
    {
    }
}
