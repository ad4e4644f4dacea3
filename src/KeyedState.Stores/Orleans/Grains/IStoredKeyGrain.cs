namespace KeyedState.Stores;

/// <summary>Owns one key, whose value it has stored before it answers a write.</summary>
internal interface IStoredKeyGrain : IKeyGrain;
