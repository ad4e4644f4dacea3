using System.Diagnostics;
using Orleans.Runtime.Placement;

namespace KeyedState.Stores;

/// <summary>Finds the silo of a grain whose number decides it.</summary>
/// <param name="membership">Which silo has which name.</param>
internal sealed class SpreadPlacementDirector(IClusterMembershipService membership) : IPlacementDirector
{
    // With one there is nothing to spread over.
    private const int Fewest = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <inheritdoc/>
    /// <exception cref="TimeoutException">A silo of the cluster didn't say for ten seconds that it takes such grains.</exception>
    public async Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);

        // Another silo is known later than this one, and which grains it takes is known later still; of those who ask early, all grains would be here.
        for (var start = Stopwatch.GetTimestamp(); silos.Length < Active(); silos = context.GetCompatibleSilos(target))
        {
            if (Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new TimeoutException($"A silo of the cluster takes no grains of the kind {target.GrainIdentity.Type}.");
            }

            await Task.Delay(Pause);
        }

        var members = membership.CurrentSnapshot.Members;
        var ordered = silos.OrderBy(silo => members.TryGetValue(silo, out var member) ? member.Name : "", StringComparer.Ordinal).ToArray();
        return ordered[(int)((ulong)target.GrainIdentity.GetIntegerKey() % (ulong)ordered.Length)];
    }

    private int Active() => Math.Max(Fewest, membership.CurrentSnapshot.Members.Count(member => member.Value.Status == SiloStatus.Active));
}
