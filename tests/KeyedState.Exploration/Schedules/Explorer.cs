using Microsoft.Coyote;
using Microsoft.Coyote.Logging;
using Microsoft.Coyote.SystematicTesting;

namespace KeyedState.Exploration;

/// <summary>Runs a history under many schedules, which the seed decides.</summary>
internal static class Explorer
{
    private const int MostSteps = 20_000;

    // So many times a schedule departs from the order of the threads' priorities. Most bugs need fewer
    // (S. Burckhardt et al.: A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs, ASPLOS 2010, doi:10.1145/1736020.1736040).
    private const int PriorityChanges = 5;

    // Coyote sees a deadlock by itself. What comes to rest otherwise has left its control, and no busy machine takes so long.
    private const int HangMilliseconds = 60_000;

    static Explorer() => System.Environment.SetEnvironmentVariable("COYOTE_CLI_TELEMETRY_OPTOUT", "1");

    /// <summary>Explores until a schedule does what none may.</summary>
    /// <param name="history">What is done in each schedule.</param>
    /// <param name="schedules">How many schedules each strategy explores.</param>
    public static Finding Explore(Action history, int schedules)
    {
        var atRandom = Explore(history, Settings(schedules).WithRandomStrategy());
        return atRandom.Failure is not null
            ? atRandom
            : Explore(history, Settings(schedules).WithPrioritizationStrategy(false, PriorityChanges));
    }

    private static Configuration Settings(int schedules) => Configuration.Create()
        .WithTestingIterations((uint)schedules)
        .WithRandomGeneratorSeed(1)
        .WithMaxSchedulingSteps(MostSteps)
        .WithFailureOnMaxStepsBoundEnabled()
        .WithDeadlockTimeout(HangMilliseconds);

    private static Finding Explore(Action history, Configuration settings)
    {
        using var engine = TestingEngine.Create(settings, history);
        engine.SetLogger(new TextWriterLogger(TextWriter.Null, VerbosityLevel.None));
        engine.Run();
        var report = engine.TestReport;
        return new(report.BugReports.Concat(report.InternalErrors).FirstOrDefault(), report.NumOfExploredFairPaths + report.NumOfExploredUnfairPaths);
    }
}
