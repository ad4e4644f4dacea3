using Orleans.Placement;

namespace KeyedState.Stores;

/// <inheritdoc cref="INearKeyGrain"/>
/// <remarks>A client asks for a grain by way of one silo, the same as long as that lives, so that none of its calls is forwarded to another.</remarks>
[PreferLocalPlacement]
internal sealed class NearKeyGrain : KeyGrain, INearKeyGrain;
