namespace KeyedState.Stores;

/// <summary>Owns one key by transactions. A call takes part in its caller's transaction, or is one.</summary>
internal interface ICommittedKeyGrain : IGrainWithIntegerKey
{
    /// <summary>The key's value, or 0.</summary>
    [Transaction(TransactionOption.CreateOrJoin)]
    Task<int> ReadAsync();

    /// <summary>The key's value, or 0, for a transaction that may write it later and therefore locks it as a write does.</summary>
    [Transaction(TransactionOption.CreateOrJoin)]
    Task<int> ReadToWriteAsync();

    /// <summary>Sets the key's value.</summary>
    [Transaction(TransactionOption.CreateOrJoin)]
    Task WriteAsync(int value);

    /// <summary>Adds to the key's value, and returns the one before.</summary>
    [Transaction(TransactionOption.CreateOrJoin)]
    Task<int> AddAsync(int amount);
}
