using System.Runtime.CompilerServices;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Environments.Cards;

/// <summary>How fast each core does the same work, which touches no memory.</summary>
internal static class CorePaces
{
    private const int Steps = 100_000;

    private static ulong kept;

    /// <summary>The pace of each core; empty where the system does not bind threads.</summary>
    public static IReadOnlyList<CorePace> Measure(IReadOnlyList<int> cores) =>
    [
        .. cores.Select(core => (Core: core, Time: BoundThread.Run(core, () => Chunks.Median(Work))))
            .Where(core => core.Time is not null)
            .Select(core => new CorePace(core.Core, core.Time!.Value)),
    ];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Work()
    {
        var number = kept | 1;
        for (var step = 0; step < Steps; step++)
        {
            number = (number * 6_364_136_223_846_793_005) + 1_442_695_040_888_963_407;
        }

        // A result that nobody keeps need not be computed.
        kept = number;
        return Steps;
    }
}
