namespace KeyedState.Stores;

/// <inheritdoc cref="ISpreadKeyGrain"/>
[SpreadPlacement]
internal sealed class SpreadKeyGrain : KeyGrain, ISpreadKeyGrain;
