using Npgsql;

namespace KeyedState.Stores;

/// <summary>Where a state's server is: in a process that was started for it, or outside, where it was already.</summary>
/// <param name="Title">The server's name in messages, which never say where an outside one is.</param>
/// <param name="Connection">How it is reached.</param>
/// <param name="Engine">The process that was started for the state; null for an outside server.</param>
internal sealed record PostgresPlace(string Title, NpgsqlConnectionStringBuilder Connection, EngineHost? Engine)
{
    /// <summary>
    /// How many connections the callers share, each with a process of the server: Npgsql's own limit of 100 would let 110 callers start 100
    /// processes, of which two cores run two at a time. PostgreSQL's own advice is twice the cores and a few for who waits for the disk.
    /// </summary>
    public static int Connections { get; } = 16;

    // A machine on which others measure may take its time.
    private const int PatienceSeconds = 30;

    // As many statements as a state has, and more.
    private const int Statements = 10;

    /// <summary>Starts a server.</summary>
    /// <param name="synchronousCommit">Whether a commit waits until its log is flushed.</param>
    /// <exception cref="EngineFailedException">It is not installed, or can't be started.</exception>
    public static PostgresPlace Start(bool synchronousCommit)
    {
        var command = PostgresServer.Command();
        var engine = EngineHost.Start(command);
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = engine.Port,
            Username = PostgresServer.User,
            Database = PostgresServer.User,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
            Options = $"-c synchronous_commit={(synchronousCommit ? "on" : "off")}",
        };
        return new(command.Title, Pooled(connection), engine);
    }

    /// <summary>An outside server.</summary>
    /// <param name="connection">How it is reached.</param>
    /// <exception cref="EngineFailedException">It can't be reached, or its database isn't empty.</exception>
    public static PostgresPlace Outside(NpgsqlConnectionStringBuilder connection)
    {
        OutsidePostgres.ThrowIfNotEmpty(connection);
        return new(OutsidePostgres.Title, Pooled(connection), Engine: null);
    }

    private static NpgsqlConnectionStringBuilder Pooled(NpgsqlConnectionStringBuilder connection) => new(connection.ConnectionString)
    {
        MaxPoolSize = Connections,
        MaxAutoPrepare = Statements,

        // No caller changes a session, which therefore need not be reset when it goes back to the pool.
        NoResetOnClose = true,
        Timeout = PatienceSeconds,
        CommandTimeout = PatienceSeconds,
    };
}
