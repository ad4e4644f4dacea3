using FASTER.core;

namespace KeyedState.Stores;

/// <summary>FASTER with commits that writers wait for in groups: a commit writes the log's end to the disk and notes how far it goes.</summary>
/// <remarks>
/// The commit is FASTER's fold-over checkpoint of the log. Without a checkpoint of the index the whole log is read at the next start, which
/// is why nobody would keep a large store without one. A reader may see a value that is not committed yet.
/// </remarks>
[State(
    Title = "FASTER, commits awaited",
    Family = StateFamily.Store,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Microsoft.FASTER.Core",
    HowItWorks = "The key-value store FASTER in this process with its log in a file; a write waits for the commit after it, which all writes share that came meanwhile")]
[BeyondProcess(
    SurvivesProcess = true,
    SurvivesSystem = true,
    SurvivesPowerCut = true,
    ReachableBy = "nobody else",
    Acknowledged = "the disk has the log up to the value, and a note of how far the log goes",
    Settings = "fold-over checkpoint of the log for each group of writes, files written through",
    Limit = typeof(FlushState))]
[Lacks(Capability.Add, "its read-modify-write can lose one of two additions that make a record")]
[Lacks(Capability.Transfer, "a record is changed on its own unless every operation locks its records")]
[Lacks(Capability.Snapshot, "records are read one by one unless every operation locks them")]
[Lacks(Capability.ExclusiveUpdate, "its read-modify-write runs no asynchronous code")]
public sealed class FasterCommittedState : FasterLogState
{
    private readonly GroupCommit commits;

    /// <summary>Makes an empty store.</summary>
    public FasterCommittedState()
        : this(path: null)
    {
    }

    /// <summary>Opens the store of a folder as its last commit left it.</summary>
    /// <param name="path">The folder, which stays; null for a temporary one.</param>
    internal FasterCommittedState(string? path)
        : base(new(Index: 1L << 20, Memory: 1L << 24, Page: 1L << 20), path) => commits = new(CommitAsync);

    private protected override ValueTask AcknowledgeAsync() => new(commits.JoinAsync());

    private async Task CommitAsync()
    {
        var (success, _) = await Store.TakeHybridLogCheckpointAsync(CheckpointType.FoldOver);
        if (!success)
        {
            throw new InvalidOperationException("FASTER did not commit: another checkpoint was under way.");
        }
    }
}
