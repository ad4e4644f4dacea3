namespace KeyedState.Results;

/// <summary>When a load was reached. What was not has no percentiles: they would measure for how long it was tried.</summary>
public static class LatencyJudgement
{
    /// <summary>The least share of the operations due in the window that are served when it ends.</summary>
    public const double LeastServed = 0.99;

    /// <summary>The most that the backlog may grow by over the window, as a share of the operations due in it.</summary>
    public const double MostGrowth = 0.005;

    /// <summary>Decides it.</summary>
    /// <param name="scheduled">How many operations were due in the window.</param>
    /// <param name="served">How many of them had been served when it ended.</param>
    /// <param name="growth">By how many operations the backlog grew.</param>
    public static bool IsReached(long scheduled, long served, double growth) =>
        scheduled > 0 && served >= LeastServed * scheduled && growth <= MostGrowth * scheduled;
}
