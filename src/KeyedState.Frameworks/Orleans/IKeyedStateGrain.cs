namespace KeyedState.Frameworks;

/// <summary>The grain that <see cref="OrleansGrainState"/> asks.</summary>
internal interface IKeyedStateGrain : IGrainWithIntegerKey
{
    /// <summary>The value of <paramref name="key"/>, or 0.</summary>
    ValueTask<int> ReadAsync(int key);

    /// <summary>Sets the value of <paramref name="key"/>.</summary>
    ValueTask WriteAsync(int key, int value);

    /// <inheritdoc cref="IAtomicAdd.AddAsync"/>
    ValueTask<int> AddAsync(int key, int amount);

    /// <inheritdoc cref="IAtomicTransfer.TransferAsync"/>
    ValueTask<(int SourceBefore, int TargetBefore, bool Moved)> TransferAsync(int source, int target, int amount);

    /// <summary>The values of <paramref name="keys"/> at one instant. What a grain is sent and returns is copied, so it can't fill the caller's memory.</summary>
    ValueTask<int[]> SnapshotAsync(int[] keys);

    /// <summary>Runs a caller's code, and lets no other call in until it has ended.</summary>
    ValueTask UpdateAsync(LocalUpdate update);
}
