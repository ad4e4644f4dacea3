using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace KeyedState.Stores;

/// <summary>
/// A Redis server that was there before the run. It is used only while its database 0 is empty, and what is written is removed again. No message
/// says where it is.
/// </summary>
public static class OutsideRedis
{
    /// <summary>The environment variable that names it, as host and port with a colon between them.</summary>
    public const string Variable = "KEYED_STATE_REDIS";

    /// <summary>The environment variable that has its password, as it has it for redis-cli.</summary>
    public const string PasswordVariable = "REDISCLI_AUTH";

    /// <summary>What the names of all keys begin with that are written there.</summary>
    public const string KeyPrefix = "keyed-state:";

    /// <summary>Its name in messages.</summary>
    internal const string Title = "The outside Redis server";

    private const int Batch = 1_000;

    /// <summary>Whether there is one.</summary>
    public static bool IsNamed => Address is not null;

    /// <summary>Whether a state uses it, instead of a server that is started for it.</summary>
    /// <param name="type">The state's class.</param>
    public static bool Uses(Type type) =>
        IsNamed && Attribute.GetCustomAttribute(type, typeof(NeedsRedisServerAttribute)) is NeedsRedisServerAttribute { OwnSettings: false };

    /// <summary>Takes a server for this process and those that it starts from now on, if it may be used.</summary>
    /// <param name="server">Its host and its port, with a colon between them.</param>
    /// <exception cref="EngineFailedException">It can't be reached, or its database isn't empty.</exception>
    public static void Take(string server)
    {
        ArgumentNullException.ThrowIfNull(server);
        ThrowIfNotEmpty(Parse(server));
        Environment.SetEnvironmentVariable(Variable, server);
    }

    /// <summary>Its address; null where there is none.</summary>
    internal static EndPoint? Address => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? Parse(named) : null;

    /// <summary>Its password; null for none.</summary>
    internal static string? Password => Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 } password ? password : null;

    /// <summary>Whether something was thrown by the client, whose messages say where the server is.</summary>
    /// <param name="failure">What was thrown.</param>
    internal static bool IsOfClient(Exception failure) => failure is RedisException or RedisTimeoutException or RedisCommandException;

    /// <summary>Finds out whether a server may be used.</summary>
    /// <param name="address">Its address.</param>
    /// <exception cref="EngineFailedException">It can't be reached, or its database isn't empty.</exception>
    internal static void ThrowIfNotEmpty(EndPoint address)
    {
        var keys = Ask(address, server => server.DatabaseSizeAsync(database: 0));
        if (keys > 0)
        {
            throw new EngineFailedException(string.Create(
                CultureInfo.InvariantCulture, $"{Title} is not used: its database 0 is not empty ({keys} {(keys == 1 ? "key" : "keys")}), and what others keep there must not be touched."));
        }
    }

    /// <summary>Removes what was written.</summary>
    /// <param name="address">The server's address.</param>
    /// <exception cref="EngineFailedException">It can't be reached.</exception>
    internal static void RemoveKeys(EndPoint address) => Ask(address, async server =>
    {
        var removed = 0L;
        await foreach (var keys in server.KeysAsync(database: 0, $"{KeyPrefix}*", Batch).Chunk(Batch))
        {
            removed += await server.Multiplexer.GetDatabase(0).KeyDeleteAsync(keys);
        }

        return removed;
    });

    private static T Ask<T>(EndPoint address, Func<IServer, Task<T>> ask)
    {
        try
        {
            // Where nobody listens the client would try again for a minute.
            using (var probe = new Socket(SocketType.Stream, ProtocolType.Tcp))
            {
                probe.Connect(address);
            }

            using var connection = ConnectionMultiplexer.Connect(RedisConnectionSet.OptionsFor(address, Password));
            return Task.Run(() => ask(connection.GetServer(address))).GetAwaiter().GetResult();
        }
        catch (Exception failure) when (failure is SocketException || IsOfClient(failure))
        {
            throw new EngineFailedException($"{Title} can't be reached, or refuses to answer.");
        }
    }

    private static EndPoint Parse(string named)
    {
        var colon = named.LastIndexOf(':');
        var (host, port) = (named[..colon].Trim('[', ']'), int.Parse(named[(colon + 1)..], CultureInfo.InvariantCulture));
        return IPAddress.TryParse(host, out var address) ? new IPEndPoint(address, port) : new DnsEndPoint(host, port);
    }
}
