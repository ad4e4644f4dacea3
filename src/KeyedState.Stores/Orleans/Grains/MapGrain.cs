using System.Runtime.InteropServices;
using Orleans.Placement;

namespace KeyedState.Stores;

/// <inheritdoc cref="IMapGrain"/>
/// <remarks>It is on the silo by way of which the client asks, so that no call is forwarded to another.</remarks>
[KeepAlive]
[PreferLocalPlacement]
internal sealed class MapGrain : Grain, IMapGrain
{
    private readonly Dictionary<int, int> map = [];

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => new(map.GetValueOrDefault(key));

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        map[key] = value;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount)
    {
        ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(map, key, out _);
        var before = value;
        value = unchecked(before + amount);
        return new(before);
    }

    /// <inheritdoc/>
    public ValueTask<(int SourceBefore, int TargetBefore, bool Moved)> TransferAsync(int source, int target, int amount)
    {
        var (from, to) = (map.GetValueOrDefault(source), map.GetValueOrDefault(target));
        if (from < amount || to > int.MaxValue - amount)
        {
            return new((from, to, false));
        }

        map[source] = from - amount;
        map[target] = to + amount;
        return new((from, to, true));
    }

    /// <inheritdoc/>
    public ValueTask<int[]> SnapshotAsync(int[] keys) => new(Array.ConvertAll(keys, key => map.GetValueOrDefault(key)));
}
