using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Environments.Cards;

/// <summary>Reads the card of the machine that the program runs on; it takes less than a second.</summary>
internal static class MachineCard
{
    // On a machine with more, these many cores stand for all.
    private const int MostCores = 16;

    /// <summary>Reads it.</summary>
    /// <param name="files">The system's files.</param>
    public static StoredCard Read(SystemFiles files)
    {
        var allowed = ThreadBinding.AllowedCores();
        var sample = CoreList.Sample(allowed, MostCores);
        (int First, int Second, double Time)[] pairs =
        [
            .. from first in sample
               from second in sample
               where first < second
               let time = CoreRoundTrip.Between(first, second)
               where time is not null
               orderby time
               select (first, second, time.Value),
        ];
        return new()
        {
            NearestRoundTrip = pairs is [var nearest, ..] ? nearest.Time : null,
            FarthestRoundTrip = pairs is [.., var far] ? far.Time : null,
            LoneSwap = SwapCost.Lone(),
            ContendedSwap = pairs is [.., var farthest] ? SwapCost.Contended(farthest.First, farthest.Second) : null,
            Waking = pairs is [.., var apart] ? WakingTime.Between(apart.First, apart.Second) : null,
            ClockCost = ClockCost.OfReading(),
            ClockGrain = ClockCost.Grain(),
            TimerLateness = ClockCost.Lateness(),
            Paces = CorePaces.Measure(sample),
            AllowedCores = allowed.Count > 0 ? CoreList.Format(allowed) : null,
            QuotaCores = CoreQuota.Read(files),
            Turbo = CoreTopology.Turbo(files),
            HighestMegahertz = CoreTopology.HighestMegahertz(files, allowed),
            Siblings = CoreTopology.Siblings(files, allowed),
            Kinds = CoreKinds.Read(files, allowed),
        };
    }
}
