using System.Net;
using KeyedState.Stores.Benchmarks;
using StackExchange.Redis;

namespace KeyedState.Stores.Tests;

/// <summary>A server that was there before, for which a Garnet server stands in.</summary>
public sealed class OutsideRedisTests : IDisposable
{
    private readonly Lazy<EngineHost> server = new(() => EngineHost.Start(GarnetCommand.InMemory));

    private EndPoint Address => new IPEndPoint(IPAddress.Loopback, server.Value.Port);

    public void Dispose()
    {
        if (server.IsValueCreated)
        {
            server.Value.Dispose();
        }
    }

    [Fact]
    public async Task Outside_DatabaseThatIsEmpty_IsUsedAndEmptyAgainAfterwards()
    {
        await using (var state = new RedisState(RedisPlace.Outside(Address)))
        {
            await state.WriteAsync(1, 10);
            Assert.Equal(10, await state.ReadAsync(1));
            Assert.Null(state.Engine);
            Assert.Throws<EngineFailedException>(() => RedisPlace.Outside(Address));
        }

        OutsideRedis.ThrowIfNotEmpty(Address);
    }

    [Fact]
    public async Task Outside_DatabaseWithAKey_IsRefusedAndLeftAsItIs()
    {
        await using var others = await ConnectionMultiplexer.ConnectAsync(RedisConnectionSet.OptionsFor(Address, password: null));
        await others.GetDatabase().StringSetAsync("theirs", 1);

        var refusal = Assert.Throws<EngineFailedException>(() => RedisPlace.Outside(Address)).Message;

        Assert.Equal("The outside Redis server is not used: its database 0 is not empty (1 key), and what others keep there must not be touched.", refusal);
        Assert.Equal(1, await others.GetDatabase().StringGetAsync("theirs"));
    }

    [Fact]
    public async Task ReadAsync_ServerThatHasGone_DoesNotSayWhereItWas()
    {
        var state = new RedisState(RedisPlace.Outside(Address));
        server.Value.Kill();

        var failure = await Assert.ThrowsAsync<EngineFailedException>(async () => await state.ReadAsync(1));

        Assert.DoesNotContain("127.0.0.1", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal("The outside Redis server can't be reached, or refuses to answer.", Assert.Throws<EngineFailedException>(() => OutsideRedis.ThrowIfNotEmpty(Address)).Message);
    }

    /// <summary>The whole call: one line, nothing of the address, and nothing that other tests would inherit.</summary>
    [Fact]
    public void Run_ServerThatIsNotThere_IsOneLine()
    {
        var error = new StringWriter();

        Assert.Equal(2, StoresCommandLine.Run(["--redis", $"127.0.0.1:{FreePort.Find()}"], TextWriter.Null, error));

        Assert.Equal("The outside Redis server can't be reached, or refuses to answer.", error.ToString().Trim());
        Assert.False(OutsideRedis.IsNamed);
    }
}
