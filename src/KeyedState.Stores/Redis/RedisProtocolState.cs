using System.Globalization;
using System.Net;
using StackExchange.Redis;

namespace KeyedState.Stores;

/// <summary>A server that speaks the protocol of Redis, in a process of its own, and connections to it that all callers share.</summary>
/// <remarks>
/// A read is GET and a write SET. On one connection the server sees the commands in the order in which the client sent them, and answers in
/// that order.
/// </remarks>
public abstract class RedisProtocolState : IKeyedState, IEngineState
{
    /// <summary>How many connections a state has that has several: with more, each would have fewer commands to send at once.</summary>
    private protected const int Several = 4;

    private readonly RedisConnectionSet connections;
    private int disposed;

    private protected RedisProtocolState(EngineCommand command, int connections)
    {
        Engine = EngineHost.Start(command);
        try
        {
            this.connections = RedisConnectionSet.Connect(new IPEndPoint(IPAddress.Loopback, Engine.Port), connections);
        }
        catch (RedisConnectionException failure)
        {
            Engine.Dispose();
            throw new EngineFailedException($"{command.Title} can't be reached: {failure.Message}", failure);
        }
    }

    /// <inheritdoc/>
    public EngineHost Engine { get; }

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(int key) => Value(await Answer(() => connections.Of(key).StringGetAsync(KeyOf(key))));

    /// <inheritdoc/>
    public async ValueTask WriteAsync(int key, int value) => await Answer(() => connections.Of(key).StringSetAsync(KeyOf(key), value));

    /// <summary>Refuses further operations, lets those that are under way be answered, and ends the connections and the server.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            await connections.DisposeAsync();
            await Task.Run(Engine.Dispose);
        }
    }

    /// <summary>Asks the server for nothing but an answer.</summary>
    internal async ValueTask PingAsync() => await Answer(() => connections.Next().PingAsync());

    // As users name them: a prefix and the number.
    private protected static RedisKey KeyOf(int key) => string.Create(CultureInfo.InvariantCulture, $"key:{key}");

    // INCRBY counts in 64 bits and a value here has 32.
    private protected static int Value(RedisValue stored) => stored.IsNull ? 0 : unchecked((int)(long)stored);

    private protected static RedisKey[] KeysOf(ReadOnlySpan<int> keys)
    {
        var named = new RedisKey[keys.Length];
        for (var i = 0; i < named.Length; i++)
        {
            named[i] = KeyOf(keys[i]);
        }

        return named;
    }

    private protected ValueTask<T> OnConnectionOf<T>(int key, Func<IDatabase, Task<T>> call) => Answer(() => call(connections.Of(key)));

    private protected ValueTask<T> OnAnyConnection<T>(Func<IDatabase, Task<T>> call) => Answer(() => call(connections.Next()));

    private async ValueTask<T> Answer<T>(Func<Task<T>> call)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref disposed) != 0, this);
        try
        {
            return await call();
        }
        catch (Exception failure) when (failure is RedisConnectionException or ObjectDisposedException && Volatile.Read(ref disposed) != 0)
        {
            throw new ObjectDisposedException("The keyed state was disposed of.", failure);
        }
    }
}
