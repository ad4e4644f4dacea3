using KeyedState.Stores.Tests;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresTestServer))]

namespace KeyedState.Stores.Tests;

/// <summary>A PostgreSQL server for all tests that need one, with a database for each. The first of them starts it.</summary>
public sealed class PostgresTestServer : IDisposable
{
    /// <summary>Who owns the databases.</summary>
    internal const string User = "morgiana";

    /// <summary>What she would say if she were asked for a password.</summary>
    internal const string Password = "open-sesame";

    private readonly Lazy<EngineHost> engine = new(Start);
    private int databases;

    /// <summary>Makes an empty database; skips the test where there is no PostgreSQL.</summary>
    /// <param name="name">How its name begins.</param>
    internal NpgsqlConnectionStringBuilder NewDatabase(string name)
    {
        Installed.SkipWithout(typeof(PostgresState));
        var database = FormattableString.Invariant($"{name}{Interlocked.Increment(ref databases)}");
        Run(ConnectionTo(engine.Value, PostgresServer.User), $"CREATE DATABASE {database} OWNER {User}");
        return new(ConnectionTo(engine.Value, User).ConnectionString) { Database = database };
    }

    /// <summary>Runs a statement.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="statement">The statement.</param>
    internal static void Run(NpgsqlConnectionStringBuilder connection, string statement)
    {
        using var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection.ConnectionString) { Pooling = false }.ConnectionString);
        session.Open();
        using var command = new NpgsqlCommand(statement, session);
        command.ExecuteNonQuery();
    }

    private static EngineHost Start()
    {
        var started = EngineHost.Start(PostgresServer.Command());
        Run(ConnectionTo(started, PostgresServer.User), $"CREATE ROLE {User} LOGIN");
        return started;
    }

    private static NpgsqlConnectionStringBuilder ConnectionTo(EngineHost engine, string user) =>
        new() { Host = "127.0.0.1", Port = engine.Port, Username = user, Password = Password, Database = PostgresServer.User };

    /// <inheritdoc/>
    public void Dispose()
    {
        if (engine.IsValueCreated)
        {
            engine.Value.Dispose();
        }
    }
}
