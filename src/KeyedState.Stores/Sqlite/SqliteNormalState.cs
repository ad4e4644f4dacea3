namespace KeyedState.Stores;

/// <summary>A SQLite database whose log is flushed only when it is copied into the database.</summary>
[State(
    Title = "SQLite, synchronous NORMAL",
    Family = StateFamily.Store,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Microsoft.Data.Sqlite",
    HowItWorks = "A SQLite database in this process with a write-ahead log that is flushed only when it is copied into the database; writes take turns on one connection, reads have connections of their own")]
[BeyondProcess(
    SurvivesProcess = true,
    SurvivesSystem = false,
    SurvivesPowerCut = false,
    ReachableBy = "processes of the same machine that open its file",
    Acknowledged = "the operating system has the transaction",
    Settings = "WAL, synchronous=NORMAL")]
[Lacks(Capability.ExclusiveUpdate, "a transaction that stays open across an await holds up every other writer")]
public sealed class SqliteNormalState : SqliteState
{
    /// <summary>Makes an empty database.</summary>
    public SqliteNormalState()
        : base(SqliteSynchronous.Normal)
    {
    }
}
