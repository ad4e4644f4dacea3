namespace KeyedState.Harness;

/// <summary>How long an iteration is to take.</summary>
/// <param name="Aim">As long as this.</param>
/// <param name="Longest">
/// But as long as this where more than one collection is due in <paramref name="Aim"/>, so that the whole collections that an iteration
/// has are nearly as many as it makes due.
/// </param>
/// <param name="Run">How long a worker goes on before it lets others have its thread.</param>
public sealed record Window(TimeSpan Aim, TimeSpan Longest, TimeSpan Run)
{
    // So that each worker takes several turns, and all are under way most of the time.
    private const int FewestRuns = 8;

    /// <summary>For one core, where many short launches are worth more than a few long ones.</summary>
    public static Window OneCore { get; } = Of(milliseconds: 30, longest: 100);

    /// <summary>For all cores. Shorter ones would measure what fits in: collections, ticks of a watcher, the pool's search for a thread count.</summary>
    public static Window AllCores { get; } = Of(milliseconds: 150, longest: 150);

    /// <summary>The work that fills a window.</summary>
    /// <param name="length">How long the iteration is to take.</param>
    /// <param name="nanosecondsPerOperation">The time of an operation with all workers at work; more than 0.</param>
    /// <param name="workers">How many workers there are; 1 or more.</param>
    public FixedWork Fill(TimeSpan length, double nanosecondsPerOperation, int workers)
    {
        var operations = (int)Math.Clamp(Math.Ceiling(length.TotalNanoseconds / nanosecondsPerOperation / workers), 1, int.MaxValue / workers);
        return new(operations, RunLength(operations, nanosecondsPerOperation, workers));
    }

    /// <summary>After how many operations a worker is to let others have its thread.</summary>
    /// <param name="operations">The operations of each worker; 1 or more.</param>
    /// <param name="nanosecondsPerOperation">The time of an operation with all workers at work; more than 0.</param>
    /// <param name="workers">How many workers there are; 1 or more.</param>
    /// <returns>1 or more.</returns>
    public int RunLength(int operations, double nanosecondsPerOperation, int workers)
    {
        var ofOneWorker = nanosecondsPerOperation * Math.Min(workers, Environment.ProcessorCount);
        return (int)Math.Clamp(Run.TotalNanoseconds / ofOneWorker, 1, Math.Max(1, operations / FewestRuns));
    }

    private static Window Of(double milliseconds, double longest) => new(
        TimeSpan.FromMilliseconds(milliseconds), TimeSpan.FromMilliseconds(longest), TimeSpan.FromMicroseconds(20));
}
