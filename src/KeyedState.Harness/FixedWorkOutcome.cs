namespace KeyedState.Harness;

/// <summary>When the two roles ended, counted from their release.</summary>
/// <param name="ReadersEnd">When the last reader ended.</param>
/// <param name="WritersEnd">When the last writer ended.</param>
public readonly record struct FixedWorkOutcome(TimeSpan ReadersEnd, TimeSpan WritersEnd)
{
    /// <summary>
    /// The share of the whole time in which both roles still ran, from 0 to 1. A low share means that one
    /// role had the state to itself for a while, and that the mix was not what the workload says.
    /// </summary>
    public double SharedTime
    {
        get
        {
            var whole = Math.Max(ReadersEnd.Ticks, WritersEnd.Ticks);
            return whole == 0 ? 1 : (double)Math.Min(ReadersEnd.Ticks, WritersEnd.Ticks) / whole;
        }
    }
}
