namespace KeyedState.Frameworks;

/// <summary>The grain that <see cref="OrleansGrainState"/> asks.</summary>
internal interface IKeyedStateGrain : IGrainWithIntegerKey
{
    /// <summary>The value of <paramref name="key"/>, or 0.</summary>
    ValueTask<int> ReadAsync(int key);

    /// <summary>Sets the value of <paramref name="key"/>.</summary>
    ValueTask WriteAsync(int key, int value);
}
