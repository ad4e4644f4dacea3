namespace KeyedState.Frameworks;

/// <summary>The grain that <see cref="OrleansGrainPerKeyState"/> asks for one key: the key is the grain's identity.</summary>
internal interface IKeyGrain : IGrainWithIntegerKey
{
    /// <summary>The key's value, or 0.</summary>
    ValueTask<int> ReadAsync();

    /// <summary>Sets the key's value.</summary>
    ValueTask WriteAsync(int value);

    /// <summary>Adds to the key's value, and returns the one before.</summary>
    ValueTask<int> AddAsync(int amount);

    /// <summary>Runs a caller's code, and lets no other call in until it has ended.</summary>
    ValueTask UpdateAsync(LocalUpdate update);
}
