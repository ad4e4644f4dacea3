using Orleans.Placement;

namespace KeyedState.Stores;

/// <summary>Says that the silos take turns at a grain's number, in the order of their names. Orleans' own placements leave to chance where a grain is.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SpreadPlacementAttribute() : PlacementAttribute(new SpreadPlacement());
