namespace KeyedState.Stores;

/// <summary>Owns all keys.</summary>
internal interface IMapGrain : IGrainWithIntegerKey
{
    /// <summary>The value of <paramref name="key"/>, or 0.</summary>
    ValueTask<int> ReadAsync(int key);

    /// <summary>Sets the value of <paramref name="key"/>.</summary>
    ValueTask WriteAsync(int key, int value);

    /// <inheritdoc cref="IAtomicAdd.AddAsync"/>
    ValueTask<int> AddAsync(int key, int amount);

    /// <summary>Moves an amount if the source has as much and the target can hold the sum; else changes nothing.</summary>
    ValueTask<(int SourceBefore, int TargetBefore, bool Moved)> TransferAsync(int source, int target, int amount);

    /// <summary>The values of <paramref name="keys"/> at one instant.</summary>
    ValueTask<int[]> SnapshotAsync(int[] keys);
}
