using System.Globalization;
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

    private readonly RedisPlace place;
    private readonly RedisConnectionSet connections;
    private int disposed;

    private protected RedisProtocolState(RedisPlace place, int connections)
    {
        this.place = place;
        try
        {
            this.connections = RedisConnectionSet.Connect(place.Address, place.Engine is null ? OutsideRedis.Password : null, connections);
        }
        catch (RedisConnectionException failure)
        {
            place.Engine?.Dispose();
            throw place.Engine is null ? Unreachable() : new EngineFailedException($"{place.Title} can't be reached: {failure.Message}", failure);
        }
    }

    /// <inheritdoc/>
    public EngineHost? Engine => place.Engine;

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(int key) => Value(await Answer(() => connections.Of(key).StringGetAsync(KeyOf(key))));

    /// <inheritdoc/>
    public async ValueTask WriteAsync(int key, int value) => await Answer(() => connections.Of(key).StringSetAsync(KeyOf(key), value));

    /// <summary>
    /// Refuses further operations, lets those that are under way be answered, and ends the connections and the server; on an outside one it removes
    /// what was written.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            await connections.DisposeAsync();
            await Task.Run(() =>
            {
                if (Engine is { } engine)
                {
                    engine.Dispose();
                }
                else
                {
                    OutsideRedis.RemoveKeys(place.Address);
                }
            });
        }
    }

    /// <summary>Asks the server for nothing but an answer.</summary>
    internal async ValueTask PingAsync() => await Answer(() => connections.Next().PingAsync());

    // As users name them: a prefix and the number.
    private protected RedisKey KeyOf(int key) => string.Create(CultureInfo.InvariantCulture, $"{place.KeyPrefix}{key}");

    // INCRBY counts in 64 bits and a value here has 32.
    private protected static int Value(RedisValue stored) => stored.IsNull ? 0 : unchecked((int)(long)stored);

    private protected RedisKey[] KeysOf(ReadOnlySpan<int> keys)
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
        catch (Exception failure) when (Engine is null && OutsideRedis.IsOfClient(failure))
        {
            throw Unreachable();
        }
    }

    // What the client says would say where the server is.
    private EngineFailedException Unreachable() => new($"{place.Title} can't be reached, or failed an operation.");
}
