namespace KeyedState.Stores;

/// <summary>A grain of Orleans for each key in a cluster of two silos, one of which is in the callers' process.</summary>
[State(
    Title = "Orleans, inside a silo",
    Family = StateFamily.Store,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Microsoft.Orleans.Server",
    HowItWorks = "Each key is an Orleans grain; this process is one of two silos and has the grains of the even keys, the silo in another process of this machine has the others")]
[BeyondProcess(
    SurvivesProcess = false,
    SurvivesSystem = false,
    SurvivesPowerCut = false,
    ReachableBy = "any silo and any client of the cluster",
    Acknowledged = "the grain's silo has the value in its memory",
    Settings = "no grain storage",
    HasKeysInside = true)]
[Lacks(Capability.Transfer, "two keys have two grains, and two calls are not one step")]
[Lacks(Capability.Snapshot, "each key has its own grain, and several calls are not one step")]
[Lacks(Capability.ExclusiveUpdate, "a grain in another process can't run its caller's code")]
public sealed class OrleansInsideState : OrleansKeysState
{
    /// <summary>Starts both silos.</summary>
    /// <exception cref="EngineFailedException">They can't be started.</exception>
    public OrleansInsideState()
        : base(ClusterCaller.AsSilo(), static (grains, key) => grains.GetGrain<ISpreadKeyGrain>(key))
    {
    }
}
