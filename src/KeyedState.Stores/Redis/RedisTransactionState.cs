using StackExchange.Redis;

namespace KeyedState.Stores;

/// <summary>
/// A server that speaks the protocol of Redis, whose callers compute new values themselves: they read, and a transaction writes only if
/// what they read has not changed (WATCH, MULTI, EXEC); else they begin anew.
/// </summary>
/// <remarks>
/// The client checks a condition between WATCH and MULTI, and sends nothing else on the connection meanwhile. A snapshot needs no condition,
/// since the commands between MULTI and EXEC are one step.
/// </remarks>
public abstract class RedisTransactionState : RedisProtocolState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private protected RedisTransactionState(RedisPlace place)
        : base(place, connections: 1)
    {
    }

    /// <inheritdoc/>
    public async ValueTask<int> AddAsync(int key, int amount)
    {
        while (true)
        {
            var seen = await OnConnectionOf(key, database => database.StringGetAsync(KeyOf(key)));
            var before = Value(seen);
            if (await CommitAsync((key, seen, unchecked(before + amount))))
            {
                return before;
            }

            Retries.Count();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        while (true)
        {
            // At one instant, since one that is refused answers both.
            var seen = await ReadAtOnceAsync([KeyOf(source), KeyOf(target)]);
            var (from, to) = (Value(seen[0]), Value(seen[1]));
            if (from < amount)
            {
                return new(from, to, Moved: false);
            }

            InvalidTransferException.ThrowIfTooLarge(to, amount);
            if (await CommitAsync((source, seen[0], from - amount), (target, seen[1], to + amount)))
            {
                return new(from, to, Moved: true);
            }

            Retries.Count();
        }
    }

    /// <inheritdoc/>
    public async ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values[..keys.Length];
        if (keys.Length == 0)
        {
            return;
        }

        var answer = await ReadAtOnceAsync(KeysOf(keys.Span));
        for (var i = 0; i < answer.Length; i++)
        {
            places.Span[i] = Value(answer[i]);
        }
    }

    private ValueTask<RedisValue[]> ReadAtOnceAsync(RedisKey[] keys) => OnAnyConnection(async database =>
    {
        var transaction = database.CreateTransaction();
        var reads = Array.ConvertAll(keys, key => transaction.StringGetAsync(key));
        await transaction.ExecuteAsync();
        return await Task.WhenAll(reads);
    });

    private ValueTask<bool> CommitAsync(params (int Key, RedisValue Seen, int Value)[] changes) => OnAnyConnection(database =>
    {
        var transaction = database.CreateTransaction();
        foreach (var (key, seen, value) in changes)
        {
            transaction.AddCondition(seen.IsNull ? Condition.KeyNotExists(KeyOf(key)) : Condition.StringEqual(KeyOf(key), seen));
            _ = transaction.StringSetAsync(KeyOf(key), value);
        }

        return transaction.ExecuteAsync();
    });
}
