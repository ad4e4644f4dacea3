namespace KeyedState.Stores;

/// <summary>FASTER with more records than it keeps in memory: the log is on the disk, and its newest 131,072 records are in memory too.</summary>
[State(
    Title = "FASTER, log on disk",
    Family = StateFamily.Store,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Microsoft.FASTER.Core",
    HowItWorks = "The key-value store FASTER in this process with its log in a file, of which memory holds the newest 131,072 records; older ones are read from the file, which is small enough for the operating system to have it in its memory")]
[BeyondProcess(
    SurvivesProcess = false,
    SurvivesSystem = false,
    SurvivesPowerCut = false,
    ReachableBy = "nobody else",
    Acknowledged = "the value is in the log's part in memory",
    Settings = "log on disk, memory for 131,072 records, no checkpoints")]
[Lacks(Capability.Add, "its read-modify-write can lose one of two additions that make a record")]
[Lacks(Capability.Transfer, "a record is changed on its own unless every operation locks its records")]
[Lacks(Capability.Snapshot, "records are read one by one unless every operation locks them")]
[Lacks(Capability.ExclusiveUpdate, "its read-modify-write runs no asynchronous code")]
public sealed class FasterDiskState : FasterLogState
{
    /// <summary>Makes an empty store.</summary>
    public FasterDiskState()
        : this(new FasterLogSizes(Index: 1L << 24, Memory: 1L << 21, Page: 1L << 17))
    {
    }

    /// <summary>Makes an empty store of another size.</summary>
    /// <param name="sizes">The sizes.</param>
    internal FasterDiskState(FasterLogSizes sizes)
        : base(sizes, path: null)
    {
    }

    private protected override ValueTask AcknowledgeAsync() => ValueTask.CompletedTask;
}
