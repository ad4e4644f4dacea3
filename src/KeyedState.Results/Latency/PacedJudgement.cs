namespace KeyedState.Results;

/// <summary>When a design keeps up with tasks that are paced.</summary>
public static class PacedJudgement
{
    /// <summary>The least share of a fixed rate that is completed while it lasts.</summary>
    public const double LeastOfRate = 0.99;

    /// <summary>The least share of what the original does in Go, where both pause after each operation.</summary>
    public const double LeastOfGo = 0.97;
}
