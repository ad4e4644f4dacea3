namespace KeyedState.Results;

/// <summary>
/// Who starves: who gets less than a tenth of what an even share would be, and has to wait for it. Workers whose calls complete at once
/// have turns of equal length, in which those get little done whose operations take long; they wait no longer than the others, and do not starve.
/// </summary>
public static class Starvation
{
    /// <summary>The least share of an even one that is not called little.</summary>
    public const double LeastShare = 0.1;

    /// <summary>How many times as long as others a role has to wait at least.</summary>
    public const double LeastWait = 10;

    /// <summary>Whether the workers of a role get less than a tenth of what they would if all workers did the same.</summary>
    /// <param name="operations">What the role's workers completed.</param>
    /// <param name="workers">How many they are.</param>
    /// <param name="all">What all workers completed.</param>
    /// <param name="allWorkers">How many they are.</param>
    public static bool GetsLittle(long operations, int workers, long all, int allWorkers) => operations * (double)allWorkers < LeastShare * all * workers;

    /// <summary>Of the measured time, how much a role that waits need not be compared with others after.</summary>
    public const double LongWait = 0.5;

    /// <summary>Whether a role waits: some worker of it goes ten times as long without completing anything as any worker of another role, or half of the measured time.</summary>
    /// <param name="longestGap">The longest time in which one of the role's workers completed nothing.</param>
    /// <param name="ofOthers">The same of each other role.</param>
    /// <param name="measured">How long was measured, in the same unit.</param>
    public static bool Waits(double longestGap, IEnumerable<double> ofOthers, double measured) => longestGap >= LongWait * measured || ofOthers.Any(gap => longestGap >= LeastWait * gap);

    /// <summary>Whether a worker gets less than a tenth of what its role's workers, whose operations are the same, have on average.</summary>
    /// <param name="slowestShare">What the slowest worker completed, as a share of the average.</param>
    public static bool OfWorker(double slowestShare) => slowestShare < LeastShare;
}
