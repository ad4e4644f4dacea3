using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>
/// How far a build has moved against itself. The launches that a comparison makes hold this for nothing: two
/// launches of the same build in a row, whose difference should be none on average.
/// </summary>
internal static class NeighbourNoise
{
    private const double Confidence = 0.9;

    /// <summary>The larger of the two builds' moves as an absolute log ratio: what it is at least; 0 where there may be none.</summary>
    /// <param name="launches">The pairs of launches in the order in which they ran.</param>
    /// <param name="look">Their look.</param>
    public static double Of(IReadOnlyList<PairedLaunch> launches, Look look) =>
        Math.Max(Move(launches, launch => launch.Base, look), Move(launches, launch => launch.Head, look));

    private static double Move(IReadOnlyList<PairedLaunch> launches, Func<PairedLaunch, IReadOnlyList<Slice>> side, Look look)
    {
        // Pairs that do not overlap, so that the differences are independent.
        var differences = launches.Chunk(2).Where(pair => pair.Length == 2)
            .Select(pair => PairedLaunch.LogTime(side(pair[1]), look) - PairedLaunch.LogTime(side(pair[0]), look)).ToArray();
        if (differences.Length < Effect.FewestLaunches)
        {
            return 0;
        }

        var (lower, upper) = Effect.Of(differences).Interval(Confidence);
        return Math.Max(0, Math.Max(lower, -upper));
    }
}
