using StackExchange.Redis;

namespace KeyedState.Stores;

/// <summary>A server that speaks the protocol of Redis and does in one step what its callers ask for: an addition is INCRBY, and a transfer or a snapshot a script.</summary>
public abstract class RedisScriptState : RedisProtocolState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private protected RedisScriptState(RedisPlace place, int connections = 1)
        : base(place, connections)
    {
    }

    /// <inheritdoc/>
    public async ValueTask<int> AddAsync(int key, int amount) =>
        unchecked((int)(await OnConnectionOf(key, database => database.StringIncrementAsync(KeyOf(key), amount)) - amount));

    /// <inheritdoc/>
    public async ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        var answer = (RedisValue[])(await OnAnyConnection(database =>
            database.ScriptEvaluateAsync(RedisScripts.Transfer, [KeyOf(source), KeyOf(target)], [amount])))!;
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

        var named = KeysOf(keys.Span);
        var answer = (RedisValue[])(await OnAnyConnection(database => database.ScriptEvaluateAsync(RedisScripts.Snapshot, named)))!;
        for (var i = 0; i < answer.Length; i++)
        {
            places.Span[i] = (int)answer[i];
        }
    }
}
