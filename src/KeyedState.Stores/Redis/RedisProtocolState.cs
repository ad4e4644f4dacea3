using System.Globalization;
using StackExchange.Redis;

namespace KeyedState.Stores;

/// <summary>A server that speaks the protocol of Redis, in a process of its own, and one connection to it that all callers share.</summary>
/// <remarks>
/// A read is GET, a write SET, an addition INCRBY, and a transfer or a snapshot a script. On one connection the server sees the commands in
/// the order in which the client sent them, and answers in that order.
/// </remarks>
public abstract class RedisProtocolState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot, IEngineState
{
    // A machine on which others measure may take its time; the default of five seconds is made for networks.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConnectionMultiplexer connection;
    private readonly IDatabase database;
    private int disposed;

    private protected RedisProtocolState(EngineCommand command)
    {
        Engine = EngineHost.Start(command);
        try
        {
            connection = ConnectionMultiplexer.Connect(new ConfigurationOptions
            {
                EndPoints = { { "127.0.0.1", Engine.Port } },
                ConnectTimeout = (int)Patience.TotalMilliseconds,
                SyncTimeout = (int)Patience.TotalMilliseconds,
                AsyncTimeout = (int)Patience.TotalMilliseconds,
            });
            database = connection.GetDatabase();
        }
        catch (RedisConnectionException failure)
        {
            Engine.Dispose();
            throw new EngineFailedException($"{command.Title} can't be reached: {failure.Message}", failure);
        }
    }

    /// <summary>The server's process.</summary>
    public EngineHost Engine { get; }

    /// <inheritdoc/>
    public TimeSpan EngineProcessorTime => Engine.ProcessorTime;

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(int key) => Value(await Answer(() => database.StringGetAsync(KeyOf(key))));

    /// <inheritdoc/>
    public async ValueTask WriteAsync(int key, int value) => await Answer(() => database.StringSetAsync(KeyOf(key), value));

    /// <inheritdoc/>
    public async ValueTask<int> AddAsync(int key, int amount) =>
        unchecked((int)(await Answer(() => database.StringIncrementAsync(KeyOf(key), amount)) - amount));

    /// <inheritdoc/>
    public async ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        var answer = (RedisValue[])(await Answer(() => database.ScriptEvaluateAsync(RedisScripts.Transfer, [KeyOf(source), KeyOf(target)], [amount])))!;
        if ((int)answer[2] == RedisScripts.TooLarge)
        {
            InvalidTransferException.ThrowIfTooLarge((int)answer[1], amount);
        }

        return new((int)answer[0], (int)answer[1], (int)answer[2] == RedisScripts.Moved);
    }

    /// <inheritdoc/>
    public async ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values[..keys.Length];
        if (keys.Length == 0)
        {
            return;
        }

        var named = new RedisKey[keys.Length];
        for (var i = 0; i < named.Length; i++)
        {
            named[i] = KeyOf(keys.Span[i]);
        }

        var answer = (RedisValue[])(await Answer(() => database.ScriptEvaluateAsync(RedisScripts.Snapshot, named)))!;
        for (var i = 0; i < answer.Length; i++)
        {
            places.Span[i] = (int)answer[i];
        }
    }

    /// <summary>Asks the server for nothing but an answer.</summary>
    internal async ValueTask PingAsync() => await Answer(() => database.PingAsync());

    /// <summary>Refuses further operations, lets those that are under way be answered, and ends the connection and the server.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            await connection.CloseAsync(allowCommandsToComplete: true);
            connection.Dispose();
            await Task.Run(Engine.Dispose);
        }
    }

    // As users name them: a prefix and the number.
    private static RedisKey KeyOf(int key) => string.Create(CultureInfo.InvariantCulture, $"key:{key}");

    private static int Value(RedisValue stored) => stored.IsNull ? 0 : unchecked((int)(long)stored);

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
