namespace KeyedState.Stores;

/// <summary>What a grain does that owns one key: the key is the grain's identity. Where the grain is and what it keeps is its own interface's.</summary>
internal interface IKeyGrain : IGrainWithIntegerKey
{
    /// <summary>The key's value, or 0.</summary>
    ValueTask<int> ReadAsync();

    /// <summary>Sets the key's value.</summary>
    ValueTask WriteAsync(int value);

    /// <summary>Adds to the key's value, and returns the one before.</summary>
    ValueTask<int> AddAsync(int amount);
}
