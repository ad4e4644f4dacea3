using Orleans.Runtime.Placement;

namespace KeyedState.Stores;

/// <summary>Finds the silo of a grain whose number decides it.</summary>
/// <param name="membership">Which silo has which name.</param>
internal sealed class SpreadPlacementDirector(IClusterMembershipService membership) : IPlacementDirector
{
    /// <inheritdoc/>
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var members = membership.CurrentSnapshot.Members;
        SiloAddress[] silos =
        [
            .. context.GetCompatibleSilos(target).OrderBy(silo => members.TryGetValue(silo, out var member) ? member.Name : "", StringComparer.Ordinal),
        ];
        return Task.FromResult(silos[(int)((ulong)target.GrainIdentity.GetIntegerKey() % (ulong)silos.Length)]);
    }
}
