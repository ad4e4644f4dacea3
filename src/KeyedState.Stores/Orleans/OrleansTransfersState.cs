using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Transactions;

namespace KeyedState.Stores;

/// <summary>A grain of Orleans for each key that is changed by transactions only, in a cluster of two silos, each in a process of its own, called by a client.</summary>
/// <remarks>
/// <para>
/// A plain read or write is a transaction too, because one outside of them would not be kept apart from theirs. A transfer
/// locks both keys for writing when it first reads them: two that read and then wanted to write would each wait for the other, until
/// one is aborted. Transfers and snapshots take their keys in the order of the keys, for the same reason.
/// </para>
/// <para>An aborted transaction has changed nothing and is done again. One whose outcome is not known is the caller's failure.</para>
/// </remarks>
[State(
    Title = "Orleans, distributed transactions",
    Family = StateFamily.Store,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Microsoft.Orleans.Transactions",
    HowItWorks = "Each key is an Orleans grain with a transactional state on one of two silos in other processes of this machine, stored in a Garnet; every operation is a transaction that this process, the silos' client, begins and commits")]
[BeyondProcess(
    SurvivesProcess = true,
    SurvivesSystem = false,
    SurvivesPowerCut = false,
    ReachableBy = "any silo and any client of the cluster",
    Acknowledged = "the Garnet that the silos store in has the transaction in its memory",
    Settings = "grain storage in a Garnet without an append-only file, so that a write outlives its silo but not that Garnet",
    Limit = typeof(LoopbackEchoState))]
[Lacks(Capability.ExclusiveUpdate, "a transaction is aborted if it waits for the caller's code too long")]
public sealed class OrleansTransfersState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot, IServedState
{
    private readonly ClusterCaller caller;
    private readonly ITransactionClient transactions;
    private readonly long origin;

    /// <summary>Starts the silos and a client.</summary>
    /// <exception cref="EngineFailedException">They can't be started.</exception>
    public OrleansTransfersState()
        : this(ClusterCaller.WithClient(silos: 2))
    {
    }

    /// <summary>The keys of a cluster that others use too.</summary>
    /// <param name="caller">How it is called.</param>
    /// <param name="origin">Which grain key 0 has.</param>
    internal OrleansTransfersState(ClusterCaller caller, long origin = 0)
    {
        (this.caller, this.origin) = (caller, origin);
        transactions = caller.Services.GetRequiredService<ITransactionClient>();
    }

    /// <inheritdoc/>
    public TimeSpan EngineProcessorTime => caller.ProcessorTime;

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => CommitAsync(() => GrainOf(key).ReadAsync());

    /// <inheritdoc/>
    public async ValueTask WriteAsync(int key, int value) => await CommitAsync(async () =>
    {
        await GrainOf(key).WriteAsync(value);
        return value;
    });

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount) => CommitAsync(() => GrainOf(key).AddAsync(amount));

    /// <inheritdoc/>
    public async ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        var result = await CommitAsync(() => TransactAsync(() => MoveAsync(source, target, amount)));
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
        var read = await CommitAsync(() => TransactAsync(() => ReadAllAsync(MemoryMarshal.ToEnumerable(keys).Distinct().Order())));
        for (var i = 0; i < places.Length; i++)
        {
            places.Span[i] = read[keys.Span[i]];
        }
    }

    /// <summary>Refuses further operations, lets those that are under way be answered, and ends what this state started.</summary>
    public ValueTask DisposeAsync() => caller.DisposeAsync();

    private ICommittedKeyGrain GrainOf(int key) => caller.Grains.GetGrain<ICommittedKeyGrain>(origin + key);

    private async Task<TransferResult> MoveAsync(int source, int target, int amount)
    {
        var (from, to) = (GrainOf(source), GrainOf(target));
        var first = await (source < target ? from : to).ReadToWriteAsync();
        var second = await (source < target ? to : from).ReadToWriteAsync();
        var (fromBefore, toBefore) = source < target ? (first, second) : (second, first);
        if (fromBefore < amount || toBefore > int.MaxValue - amount)
        {
            return new(fromBefore, toBefore, Moved: false);
        }

        await Task.WhenAll(from.WriteAsync(fromBefore - amount), to.WriteAsync(toBefore + amount));
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
        await transactions.RunTransaction(TransactionOption.Create, async () => { result = await steps(); });
        return result!;
    }

    private ValueTask<T> CommitAsync<T>(Func<Task<T>> transaction) => caller.CallAsync(async () =>
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
    });
}
