namespace KeyedState.Harness;

/// <summary>When the two roles ended, counted from their release.</summary>
/// <param name="ReadersEnd">When the last reader ended.</param>
/// <param name="WritersEnd">When the last writer ended.</param>
public readonly record struct FixedWorkOutcome(TimeSpan ReadersEnd, TimeSpan WritersEnd);
