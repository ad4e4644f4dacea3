namespace KeyedState.Stores;

/// <summary>A SQLite database whose log is flushed at each commit.</summary>
[State(
    Title = "SQLite, synchronous FULL",
    Family = StateFamily.Store,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Microsoft.Data.Sqlite",
    HowItWorks = "A SQLite database in this process with a write-ahead log that is flushed at each commit; writes take turns on one connection, reads have connections of their own")]
[BeyondProcess(
    SurvivesProcess = true,
    SurvivesSystem = true,
    SurvivesPowerCut = true,
    ReachableBy = "processes of the same machine that open its file",
    Acknowledged = "the disk has the transaction",
    Settings = "WAL, synchronous=FULL",
    Limit = typeof(FlushState))]
[Lacks(Capability.ExclusiveUpdate, "a transaction that stays open across an await holds up every other writer")]
public sealed class SqliteFullState : SqliteState
{
    /// <summary>Makes an empty database.</summary>
    public SqliteFullState()
        : base(SqliteSynchronous.Full)
    {
    }
}
