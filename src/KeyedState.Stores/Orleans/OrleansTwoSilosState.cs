namespace KeyedState.Stores;

/// <summary>A grain of Orleans for each key in a cluster of two silos, each in a process of its own, called by a client.</summary>
[State(
    Title = "Orleans, two silos",
    Family = StateFamily.Store,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Microsoft.Orleans.Server",
    HowItWorks = "Each key is an Orleans grain on one of two silos in other processes of this machine; this process is their client, and a grain is on the silo by way of which the client asks")]
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
public sealed class OrleansTwoSilosState : OrleansKeysState
{
    /// <summary>Starts the silos and a client.</summary>
    /// <exception cref="EngineFailedException">They can't be started.</exception>
    public OrleansTwoSilosState()
        : this(ClusterCaller.WithClient(silos: 2))
    {
    }

    /// <summary>The keys of a cluster that others use too.</summary>
    /// <param name="caller">How it is called.</param>
    /// <param name="origin">Which grain key 0 has.</param>
    internal OrleansTwoSilosState(ClusterCaller caller, long origin = 0)
        : base(caller, static (grains, key) => grains.GetGrain<INearKeyGrain>(key), origin)
    {
    }
}
