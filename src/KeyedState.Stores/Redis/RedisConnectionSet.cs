using System.Net;
using StackExchange.Redis;

namespace KeyedState.Stores;

/// <summary>Connections to a server that speaks the protocol of Redis, to which operations are shared out.</summary>
/// <remarks>
/// Those of one key all take the same connection, so that the server sees them in the order in which a caller sent them, whether or not it
/// waited for answers. Those of several keys take the connections in turn.
/// </remarks>
internal sealed class RedisConnectionSet : IAsyncDisposable
{
    // A machine on which others measure may take its time; the default of five seconds is made for networks.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConnectionMultiplexer[] connections;
    private readonly IDatabase[] databases;
    private uint turn;

    private RedisConnectionSet(ConnectionMultiplexer[] connections)
    {
        this.connections = connections;
        databases = [.. connections.Select(connection => connection.GetDatabase())];
    }

    /// <summary>Connects.</summary>
    /// <param name="server">The server's address.</param>
    /// <param name="password">Its password; null for none.</param>
    /// <param name="count">How many connections; 1 or more.</param>
    /// <exception cref="RedisConnectionException">The server can't be reached.</exception>
    public static RedisConnectionSet Connect(EndPoint server, string? password, int count)
    {
        var connections = new List<ConnectionMultiplexer>(count);
        try
        {
            while (connections.Count < count)
            {
                connections.Add(ConnectionMultiplexer.Connect(OptionsFor(server, password)));
            }

            return new([.. connections]);
        }
        catch (RedisConnectionException)
        {
            connections.ForEach(connection => connection.Dispose());
            throw;
        }
    }

    /// <summary>The options of a connection.</summary>
    /// <param name="server">The server's address.</param>
    /// <param name="password">Its password; null for none.</param>
    public static ConfigurationOptions OptionsFor(EndPoint server, string? password) => new()
    {
        EndPoints = { server },
        Password = password,
        ConnectTimeout = (int)Patience.TotalMilliseconds,
        SyncTimeout = (int)Patience.TotalMilliseconds,
        AsyncTimeout = (int)Patience.TotalMilliseconds,

        // A server that has ended doesn't come back on this port.
        BacklogPolicy = BacklogPolicy.FailFast,
    };

    /// <summary>The connection of a key.</summary>
    /// <param name="key">The key.</param>
    public IDatabase Of(int key) => databases[(uint)key % (uint)databases.Length];

    /// <summary>The connection whose turn it is.</summary>
    public IDatabase Next() => databases[Interlocked.Increment(ref turn) % (uint)databases.Length];

    /// <summary>Lets what is under way be answered, and ends all connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(connections.Select(connection => connection.CloseAsync(allowCommandsToComplete: true)));
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }
    }
}
