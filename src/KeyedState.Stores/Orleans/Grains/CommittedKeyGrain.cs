using Orleans.Concurrency;
using Orleans.Placement;
using Orleans.Transactions.Abstractions;

namespace KeyedState.Stores;

/// <inheritdoc cref="ICommittedKeyGrain"/>
/// <remarks>Reentrant, as the grains in the documentation of Orleans transactions are.</remarks>
[KeepAlive]
[PreferLocalPlacement]
[Reentrant]
internal sealed class CommittedKeyGrain([TransactionalState("value")] ITransactionalState<StoredValue> state) : Grain, ICommittedKeyGrain
{
    /// <inheritdoc/>
    public Task<int> ReadAsync() => state.PerformRead(held => held.Value);

    /// <inheritdoc/>
    public Task<int> ReadToWriteAsync() => state.PerformUpdate(held => held.Value);

    /// <inheritdoc/>
    public Task WriteAsync(int value) => state.PerformUpdate(held => held.Value = value);

    /// <inheritdoc/>
    public Task<int> AddAsync(int amount) => state.PerformUpdate(held =>
    {
        var before = held.Value;
        held.Value = unchecked(before + amount);
        return before;
    });
}
