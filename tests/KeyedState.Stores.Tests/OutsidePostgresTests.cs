using KeyedState.Stores.Benchmarks;
using Npgsql;

namespace KeyedState.Stores.Tests;

/// <summary>A PostgreSQL server that was there before; each test has a database of its own.</summary>
public sealed class OutsidePostgresTests(PostgresTestServer server)
{
    private static readonly string[] Secrets = ["127.0.0.1", PostgresTestServer.User, PostgresTestServer.Password];

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
        PostgresTestServer.Run(connection, make);

        var refusal = Assert.Throws<EngineFailedException>(() => PostgresPlace.Outside(connection)).Message;

        Assert.Equal("The outside PostgreSQL server is not used: its database is not empty (1 table, view or sequence), and what others keep there must not be touched.", refusal);
        PostgresTestServer.Run(connection, count);
    }

    [Fact]
    public async Task ReadAsync_ServerThatFailsIt_DoesNotSayWhereItIsOrWhoAsks()
    {
        var connection = server.NewDatabase("failing");
        await using var state = new PostgresState(PostgresPlace.Outside(connection));
        PostgresTestServer.Run(connection, "ALTER TABLE keyed_state RENAME TO theirs");

        var failure = await Assert.ThrowsAsync<EngineFailedException>(async () => await state.ReadAsync(1));

        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, failure.ToString(), StringComparison.Ordinal));
        PostgresTestServer.Run(connection, "ALTER TABLE theirs RENAME TO keyed_state");
    }

    [Fact]
    public void ThrowIfNotEmpty_UserWhomTheServerDoesNotKnow_IsNotRepeated()
    {
        var connection = new NpgsqlConnectionStringBuilder(server.NewDatabase("refusing").ConnectionString) { Username = "ali-baba", Password = PostgresTestServer.Password };

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
            [OutsidePostgres.Variable] = FormattableString.Invariant($"Host=127.0.0.1;Port={FreePort.Find()};Username={PostgresTestServer.User}"),
            ["PGPASSWORD"] = PostgresTestServer.Password,
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
}
