namespace KeyedState.Frameworks;

/// <summary>Owns the map in memory. Orleans would forget an idle grain after a quarter of an hour, and the map with it.</summary>
/// <remarks>Making it reentrant, so that the next request need not wait for the end of the one before, gains nothing here.</remarks>
[KeepAlive]
internal sealed class KeyedStateGrain : Grain, IKeyedStateGrain
{
    private readonly Dictionary<int, int> map = [];

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => new(map.ReadOrZero(key));

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        map[key] = value;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount) => new(map.AddTo(key, amount));

    /// <inheritdoc/>
    public ValueTask<(int SourceBefore, int TargetBefore, bool Moved)> TransferAsync(int source, int target, int amount)
    {
        var result = map.Transfer(source, target, amount);
        return new((result.SourceBefore, result.TargetBefore, result.Moved));
    }

    /// <inheritdoc/>
    public ValueTask<int[]> SnapshotAsync(int[] keys)
    {
        var values = new int[keys.Length];
        map.ReadAll(keys, values);
        return new(values);
    }

    /// <inheritdoc/>
    public ValueTask UpdateAsync(LocalUpdate update) => update.Request!.ServeAsync(map);
}
