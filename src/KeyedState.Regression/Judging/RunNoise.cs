using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>
/// How far a comparison moved while it was made. Its first half of launches and its second are two independent answers to
/// one question; where they certainly differ, something else than the two builds moved the figures, and nothing up to half
/// of that difference is a difference of the builds.
/// </summary>
internal static class RunNoise
{
    private const double Confidence = 0.99;

    /// <summary>Half of what the halves differ by at least, as a log ratio; 0 where they may agree or are too short to tell.</summary>
    /// <param name="launches">The pairs of launches in the order in which they ran.</param>
    /// <param name="look">Their look.</param>
    public static double Of(IReadOnlyList<PairedLaunch> launches, Look look)
    {
        var ratios = launches.Select(launch => launch.LogRatio(look)).ToArray();
        var half = ratios.Length / 2;
        if (half < Effect.FewestLaunches)
        {
            return 0;
        }

        var (first, second) = (Effect.Of(ratios[..half]), Effect.Of(ratios[^half..]));
        var error = Math.Sqrt((first.StandardError * first.StandardError) + (second.StandardError * second.StandardError));
        var certain = Math.Abs(first.LogRatio - second.LogRatio) - (first.Quantile((1 + Confidence) / 2) * error);
        return Math.Max(0, certain) / 2;
    }
}
