using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Transactions;
using Orleans.Transactions.Abstractions;

namespace KeyedState.Frameworks;

/// <summary>A grain of Orleans for each key whose value is changed by transactions, so that several grains change in one step.</summary>
/// <remarks>
/// <para>
/// A plain read or write is a transaction too, because one outside of them would not be kept apart from theirs. A transfer
/// locks both keys for writing when it first reads them: two that read and then wanted to write would each wait for the other, until
/// one is aborted. Transfers and snapshots take their keys in the order of the keys, for the same reason.
/// </para>
/// <para>An aborted transaction has changed nothing and is done again.</para>
/// </remarks>
[State(
    Title = "Orleans transactions",
    Family = StateFamily.Actor,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Microsoft.Orleans.Transactions",
    FullSuiteOnly = true,
    HowItWorks = "Each key is an Orleans grain with a transactional state, kept in memory, in a silo in the same process; every operation is a transaction")]
[Lacks(Capability.ExclusiveUpdate, "a transaction is aborted if it waits for the caller's code too long")]
public sealed class OrleansTransactionState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private readonly OpenCalls calls = new();
    private readonly LocalSilo silo = new(silo =>
    {
        silo.UseTransactions();
        silo.Services.AddSingleton<ITransactionalStateStorageFactory, ProcessStorage>();
    });

    private readonly ITransactionClient client;

    /// <summary>Starts the silo.</summary>
    public OrleansTransactionState() => client = silo.Services.GetRequiredService<ITransactionClient>();

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => CallAsync(() => GrainOf(key).ReadAsync());

    /// <inheritdoc/>
    public async ValueTask WriteAsync(int key, int value) => await CallAsync(async () =>
    {
        await GrainOf(key).WriteAsync(value);
        return value;
    });

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount) => CallAsync(() => GrainOf(key).AddAsync(amount));

    /// <inheritdoc/>
    public async ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        var result = await CallAsync(() => TransactAsync(() => MoveAsync(source, target, amount)));
        if (result is { Moved: false } && result.SourceBefore >= amount)
        {
            InvalidTransferException.ThrowIfTooLarge(result.TargetBefore, amount);
        }

        return result;
    }

    /// <inheritdoc/>
    public async ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values[..keys.Length];
        var read = await CallAsync(() => TransactAsync(() => ReadAllAsync(MemoryMarshal.ToEnumerable(keys).Distinct().Order())));
        for (var i = 0; i < places.Length; i++)
        {
            places.Span[i] = read[keys.Span[i]];
        }
    }

    /// <summary>Refuses further operations, and completes once everything that came before is answered and the silo has ended.</summary>
    public ValueTask DisposeAsync() => calls.CloseAsync(silo.DisposeAsync);

    private ITransactionalKeyGrain GrainOf(int key) => silo.Grains.GetGrain<ITransactionalKeyGrain>(key);

    private async Task<TransferResult> MoveAsync(int source, int target, int amount)
    {
        var (from, to) = (GrainOf(source), GrainOf(target));
        var first = await (source < target ? from : to).ReadToWriteAsync();
        var second = await (source < target ? to : from).ReadToWriteAsync();
        var (fromBefore, toBefore) = source < target ? (first, second) : (second, first);
        if (fromBefore < amount || InvalidTransferException.IsTooLarge(toBefore, amount))
        {
            return new(fromBefore, toBefore, Moved: false);
        }

        await from.WriteAsync(fromBefore - amount);
        await to.WriteAsync(toBefore + amount);
        return new(fromBefore, toBefore, Moved: true);
    }

    private async Task<Dictionary<int, int>> ReadAllAsync(IEnumerable<int> keys)
    {
        var read = new Dictionary<int, int>();
        foreach (var key in keys)
        {
            read[key] = await GrainOf(key).ReadAsync();
        }

        return read;
    }

    private async Task<T> TransactAsync<T>(Func<Task<T>> steps)
    {
        var result = default(T);
        await client.RunTransaction(TransactionOption.Create, async () => { result = await steps(); });
        return result!;
    }

    private async ValueTask<T> CallAsync<T>(Func<Task<T>> transaction)
    {
        calls.Begin();
        try
        {
            while (true)
            {
                try
                {
                    return await transaction();
                }
                catch (OrleansTransactionAbortedException)
                {
                    // Nothing has changed.
                    Retries.Count();
                }
            }
        }
        finally
        {
            calls.End();
        }
    }
}
