using Orleans.Placement;

namespace KeyedState.Stores;

/// <inheritdoc cref="IStoredKeyGrain"/>
/// <remarks>It is on the silo by way of which the client asks, as <see cref="NearKeyGrain"/> is.</remarks>
[KeepAlive]
[PreferLocalPlacement]
internal sealed class StoredKeyGrain([PersistentState("value")] IPersistentState<StoredValue> stored) : Grain, IStoredKeyGrain
{
    /// <inheritdoc/>
    public ValueTask<int> ReadAsync() => new(stored.State.Value);

    /// <inheritdoc/>
    public ValueTask WriteAsync(int value) => StoreAsync(value);

    /// <inheritdoc/>
    public async ValueTask<int> AddAsync(int amount)
    {
        var before = stored.State.Value;
        await StoreAsync(unchecked(before + amount));
        return before;
    }

    private async ValueTask StoreAsync(int value)
    {
        stored.State.Value = value;
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            // Whether it is stored isn't known. Whoever calls next meets a grain that has read it anew.
            DeactivateOnIdle();
            throw;
        }
    }
}
