namespace KeyedState.Results;

/// <summary>When a load was reached. What was not has no percentiles: they would measure for how long it was tried.</summary>
public static class LatencyJudgement
{
    /// <summary>The least share of the operations due in the window that are served in time.</summary>
    public const double LeastServed = 0.99;

    /// <summary>The most that the backlog may grow by over the window, as a share of the operations due in it.</summary>
    public const double MostGrowth = 0.005;

    /// <summary>
    /// The most that the backlog may shrink by, as a share of the same: then operations are served that piled up before the window, and waited
    /// for what came before them. It is more than the most growth, since a moment's wait just before the window shrinks it too.
    /// </summary>
    public const double MostShrinking = 0.05;

    /// <summary>Decides it.</summary>
    /// <param name="scheduled">How many operations were due in the window.</param>
    /// <param name="served">How many of them were served in time: in the window, or soon after it.</param>
    /// <param name="answered">How many of them were served at all, while the loop waited for them. Without the last of them, which took longest, there would be times of all but the slowest.</param>
    /// <param name="growth">By how many operations the backlog grew; negative where it shrank.</param>
    public static bool IsReached(long scheduled, long served, long answered, double growth) =>
        scheduled > 0 && answered == scheduled && served >= LeastServed * scheduled && growth <= MostGrowth * scheduled && growth >= -MostShrinking * scheduled;
}
