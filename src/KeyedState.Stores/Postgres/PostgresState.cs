namespace KeyedState.Stores;

/// <summary>The PostgreSQL server of this machine as it is set when it is installed: it flushes its log before a write is acknowledged.</summary>
[State(
    Title = "PostgreSQL",
    Family = StateFamily.Store,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Npgsql",
    HowItWorks = "A PostgreSQL server in other processes of this machine, reached by Npgsql over a pool of 16 connections with prepared statements; the server flushes its log before it answers, at once for all transactions that have arrived together; a transfer is a serialisable transaction, which begins anew if another came first")]
[BeyondProcess(
    SurvivesProcess = true,
    SurvivesSystem = true,
    SurvivesPowerCut = true,
    ReachableBy = "any process that reaches its port",
    Acknowledged = "the disk has the transaction",
    Settings = "synchronous_commit=on, fsync=on",
    Limit = typeof(FlushState))]
[NeedsPostgresServer]
[Lacks(Capability.ExclusiveUpdate, "a transaction that stays open across an await keeps a connection, and its rows locked")]
public sealed class PostgresState : PostgresTableState
{
    /// <summary>Starts a server and connects to it.</summary>
    /// <exception cref="EngineFailedException">It is not installed, or can't be started; the outside one can't be reached or its database isn't empty.</exception>
    public PostgresState()
        : this(OutsidePostgres.Connection is { } connection ? PostgresPlace.Outside(connection) : PostgresPlace.Start(synchronousCommit: true))
    {
    }

    /// <summary>Connects to a server.</summary>
    /// <param name="place">Where it is.</param>
    internal PostgresState(PostgresPlace place)
        : base(place)
    {
    }
}
