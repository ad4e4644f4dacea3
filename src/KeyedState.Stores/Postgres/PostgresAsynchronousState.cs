namespace KeyedState.Stores;

/// <summary>The PostgreSQL server of this machine with asynchronous commits: it flushes its log some time after it has acknowledged a write.</summary>
/// <remarks>
/// Until then the log is in the server's shared memory, for three times its pause of 200 ms at most. A backend that is killed takes that
/// memory with it, since the server starts anew without it; so what was acknowledged doesn't outlive the process.
/// </remarks>
[State(
    Title = "PostgreSQL, synchronous_commit off",
    Family = StateFamily.Store,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Npgsql",
    HowItWorks = "A PostgreSQL server in other processes of this machine, reached by Npgsql over a pool of 16 connections with prepared statements; the server answers before it writes its log, which it does five times a second; a transfer is a serialisable transaction, which begins anew if another came first")]
[BeyondProcess(
    SurvivesProcess = false,
    SurvivesSystem = false,
    SurvivesPowerCut = false,
    ReachableBy = "any process that reaches its port",
    Acknowledged = "the server has the transaction in its memory",
    Settings = "synchronous_commit=off, fsync=on",
    Limit = typeof(LoopbackEchoState))]
[NeedsPostgresServer(OwnSettings = true)]
[Lacks(Capability.ExclusiveUpdate, "a transaction that stays open across an await keeps a connection, and its rows locked")]
public sealed class PostgresAsynchronousState : PostgresTableState
{
    /// <summary>Starts a server and connects to it.</summary>
    /// <exception cref="EngineFailedException">It is not installed, or can't be started.</exception>
    public PostgresAsynchronousState()
        : this(PostgresPlace.Start(synchronousCommit: false))
    {
    }

    /// <summary>Connects to a server.</summary>
    /// <param name="place">Where it is.</param>
    internal PostgresAsynchronousState(PostgresPlace place)
        : base(place)
    {
    }
}
