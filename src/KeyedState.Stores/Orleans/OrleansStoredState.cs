namespace KeyedState.Stores;

/// <summary>A grain of Orleans for each key that stores every write in a Garnet, in a cluster of two silos, each in a process of its own, called by a client.</summary>
[State(
    Title = "Orleans, stored grains",
    Family = StateFamily.Store,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Microsoft.Orleans.Persistence.Redis",
    HowItWorks = "Each key is an Orleans grain on one of two silos in other processes of this machine, which stores its value in a Garnet before it answers a write and answers a read from memory; this process is the silos' client")]
[BeyondProcess(
    SurvivesProcess = true,
    SurvivesSystem = false,
    SurvivesPowerCut = false,
    ReachableBy = "any silo and any client of the cluster",
    Acknowledged = "the Garnet that the silos store in has the value in its memory",
    Settings = "grain storage in a Garnet without an append-only file, so that a write outlives its silo but not that Garnet",
    Limit = typeof(LoopbackEchoState))]
[Lacks(Capability.Transfer, "two keys have two grains, and two calls are not one step")]
[Lacks(Capability.Snapshot, "each key has its own grain, and several calls are not one step")]
[Lacks(Capability.ExclusiveUpdate, "a grain in another process can't run its caller's code")]
public sealed class OrleansStoredState : OrleansKeysState
{
    /// <summary>Starts the silos and a client.</summary>
    /// <exception cref="EngineFailedException">They can't be started.</exception>
    public OrleansStoredState()
        : this(ClusterCaller.WithClient(silos: 2))
    {
    }

    /// <summary>The keys of a cluster that others use too.</summary>
    /// <param name="caller">How it is called.</param>
    /// <param name="origin">Which grain key 0 has.</param>
    internal OrleansStoredState(ClusterCaller caller, long origin = 0)
        : base(caller, static (grains, key) => grains.GetGrain<IStoredKeyGrain>(key), origin)
    {
    }
}
