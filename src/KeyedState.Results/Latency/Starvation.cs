namespace KeyedState.Results;

/// <summary>Who starves: who gets less than a tenth of what an even share would be.</summary>
public static class Starvation
{
    /// <summary>The least share of an even one that is not called starving.</summary>
    public const double LeastShare = 0.1;

    /// <summary>Whether the workers of a role get less than a tenth of what they would if all workers did the same.</summary>
    /// <param name="operations">What the role's workers completed.</param>
    /// <param name="workers">How many they are.</param>
    /// <param name="all">What all workers completed.</param>
    /// <param name="allWorkers">How many they are.</param>
    public static bool OfRole(long operations, int workers, long all, int allWorkers) => operations * (double)allWorkers < LeastShare * all * workers;

    /// <summary>Whether a worker gets less than a tenth of what its role's workers have on average.</summary>
    /// <param name="slowestShare">What the slowest worker completed, as a share of the average.</param>
    public static bool OfWorker(double slowestShare) => slowestShare < LeastShare;
}
