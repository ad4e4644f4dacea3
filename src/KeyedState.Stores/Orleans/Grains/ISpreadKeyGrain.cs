namespace KeyedState.Stores;

/// <summary>Owns one key in the memory of the silo whose turn it is by the key's number.</summary>
internal interface ISpreadKeyGrain : IKeyGrain;
