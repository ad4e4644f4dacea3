namespace KeyedState.Stores;

/// <summary>Owns one key in the memory of the silo that first hears of it.</summary>
internal interface INearKeyGrain : IKeyGrain;
