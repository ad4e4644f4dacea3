namespace KeyedState.Stores;

/// <summary>Gives each silo its share of the grains by their numbers.</summary>
[GenerateSerializer]
internal sealed class SpreadPlacement : PlacementStrategy;
