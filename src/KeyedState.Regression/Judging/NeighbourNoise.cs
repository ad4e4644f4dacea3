namespace KeyedState.Regression;

/// <summary>
/// How far a build seems to have moved against itself. The launches that a comparison makes hold this for nothing: two
/// launches of the same build in a row, whose difference should be none on average.
/// </summary>
internal static class NeighbourNoise
{
    /// <summary>The larger of the two builds' moves as an absolute log ratio; 0 with too few launches to tell.</summary>
    /// <param name="launches">The pairs of launches in the order in which they ran.</param>
    public static double Of(IReadOnlyList<PairedLaunch> launches) =>
        Math.Max(Move(launches, launch => launch.LogBase), Move(launches, launch => launch.LogHead));

    private static double Move(IReadOnlyList<PairedLaunch> launches, Func<PairedLaunch, double> time)
    {
        // Pairs that do not overlap, so that the differences are independent.
        var differences = launches.Chunk(2).Where(pair => pair.Length == 2).Select(pair => time(pair[1]) - time(pair[0])).ToArray();
        return differences.Length < Effect.FewestLaunches ? 0 : Math.Abs(Effect.Of(differences).LogRatio);
    }
}
