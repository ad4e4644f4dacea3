using Orleans.Concurrency;
using Orleans.Transactions.Abstractions;

namespace KeyedState.Frameworks;

/// <summary>Owns one key's value by transactions.</summary>
/// <remarks>Reentrant, as the grains in the documentation of Orleans transactions are.</remarks>
[KeepAlive]
[Reentrant]
internal sealed class TransactionalKeyGrain([TransactionalState("value")] ITransactionalState<KeyValue> state) : Grain, ITransactionalKeyGrain
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
