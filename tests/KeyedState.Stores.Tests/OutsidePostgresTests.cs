using KeyedState.Stores.Benchmarks;
using Npgsql;

namespace KeyedState.Stores.Tests;

/// <summary>A PostgreSQL server that was there before; each test has a database of its own.</summary>
public sealed class OutsidePostgresTests(OutsidePostgresTests.Server server) : IClassFixture<OutsidePostgresTests.Server>
{
    private const string User = "morgiana";
    private const string Password = "open-sesame";

    private static readonly string[] Secrets = ["127.0.0.1", User, Password];

    [Fact]
    public async Task Outside_DatabaseThatIsEmpty_IsUsedAndEmptyAgainAfterwards()
    {
        var connection = server.NewDatabase("empty");
        await using (var state = new PostgresState(PostgresPlace.Outside(connection)))
        {
            await state.WriteAsync(1, 10);
            Assert.Equal(10, await state.ReadAsync(1));
            Assert.Null(state.Engine);
            Assert.False(state.KnowsProcessorTime);
            Assert.Throws<EngineFailedException>(() => PostgresPlace.Outside(connection));
        }

        OutsidePostgres.ThrowIfNotEmpty(connection);
    }

    [Theory]
    [InlineData("CREATE TABLE theirs (one integer)", "SELECT count(*) FROM theirs")]
    [InlineData("CREATE SCHEMA elsewhere; CREATE TABLE elsewhere.theirs (one integer)", "SELECT count(*) FROM elsewhere.theirs")]
    [InlineData("CREATE VIEW theirs AS SELECT 1", "SELECT count(*) FROM theirs")]
    public void Outside_DatabaseWithATable_IsRefusedAndLeftAsItIs(string make, string count)
    {
        var connection = server.NewDatabase("used");
        Server.Run(connection, make);

        var refusal = Assert.Throws<EngineFailedException>(() => PostgresPlace.Outside(connection)).Message;

        Assert.Equal("The outside PostgreSQL server is not used: its database is not empty (1 table, view or sequence), and what others keep there must not be touched.", refusal);
        Server.Run(connection, count);
    }

    [Fact]
    public async Task ReadAsync_ServerThatFailsIt_DoesNotSayWhereItIsOrWhoAsks()
    {
        var connection = server.NewDatabase("failing");
        await using var state = new PostgresState(PostgresPlace.Outside(connection));
        Server.Run(connection, "ALTER TABLE keyed_state RENAME TO theirs");

        var failure = await Assert.ThrowsAsync<EngineFailedException>(async () => await state.ReadAsync(1));

        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, failure.ToString(), StringComparison.Ordinal));
        Server.Run(connection, "ALTER TABLE theirs RENAME TO keyed_state");
    }

    [Fact]
    public void ThrowIfNotEmpty_UserWhomTheServerDoesNotKnow_IsNotRepeated()
    {
        var connection = new NpgsqlConnectionStringBuilder(server.NewDatabase("refusing").ConnectionString) { Username = "ali-baba", Password = Password };

        var failure = Assert.Throws<EngineFailedException>(() => OutsidePostgres.ThrowIfNotEmpty(connection));

        Assert.Equal("The outside PostgreSQL server can't be reached, or refuses to answer.", failure.Message);
        Assert.All([.. Secrets, "ali-baba"], secret => Assert.DoesNotContain(secret, failure.ToString(), StringComparison.Ordinal));
    }

    /// <summary>The whole call: one line, nothing of the connection, and nothing that other tests would inherit.</summary>
    [Theory]
    [InlineData("Host=127.0.0.1;Port={0};Username=ali-baba", "The outside PostgreSQL server can't be reached, or refuses to answer.")]
    [InlineData("Host=127.0.0.1;Port={0};Open=sesame", "The outside PostgreSQL server is named by something that is no connection string of Npgsql.")]
    public void Run_ServerThatIsNotThere_IsOneLine(string connection, string refusal)
    {
        var error = new StringWriter();

        Assert.Equal(2, StoresCommandLine.Run(["--postgres", string.Format(null, connection, FreePort.Find())], TextWriter.Null, error));

        Assert.Equal(refusal, error.ToString().Trim());
        Assert.False(OutsidePostgres.IsNamed);
    }

    /// <summary>What a check or a launch fails with is printed and stored.</summary>
    [Fact]
    public void Run_InAProcessOfItsOwn_FailsWithoutTheConnection()
    {
        var settings = new Dictionary<string, string>
        {
            [OutsidePostgres.Variable] = FormattableString.Invariant($"Host=127.0.0.1;Port={FreePort.Find()};Username={User}"),
            ["PGPASSWORD"] = Password,
        };

        var failure = Assert.Throws<StoreProcessException>(() => StoreProcess.Run<StoreVerdict>(settings, StoreProcess.Verify, "Postgres", "1"));

        Assert.Equal("EngineFailedException: The outside PostgreSQL server can't be reached, or refuses to answer.", failure.Message);
    }

    [Fact]
    public void Run_KillsOfAnOutsideServer_AreRefused()
    {
        var error = new StringWriter();

        Assert.Equal(2, StoresCommandLine.Run(["--kills", "--postgres", "Host=127.0.0.1"], TextWriter.Null, error));

        Assert.Equal("--kills ends servers, and the one that --postgres names is not the suite's own: leave one out.", error.ToString().Trim());
    }

    /// <summary>The server, which is started by the first test that needs it.</summary>
    public sealed class Server : IDisposable
    {
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
}
