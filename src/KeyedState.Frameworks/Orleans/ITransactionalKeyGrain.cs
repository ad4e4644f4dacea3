namespace KeyedState.Frameworks;

/// <summary>The grain that <see cref="OrleansTransactionState"/> asks for one key. A call takes part in the caller's transaction, or is one.</summary>
internal interface ITransactionalKeyGrain : IGrainWithIntegerKey
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
