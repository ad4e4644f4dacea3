using System.Diagnostics;

namespace KeyedState.Harness;

/// <summary>Drives a state until the just-in-time compiler has come to rest.</summary>
/// <remarks>
/// Under load the optimised code of a method can arrive seconds late, and figures taken before it are up to
/// ten times too slow. A fixed number of warm-up rounds guesses when that is; the runtime's own count of
/// compiled methods says it.
/// </remarks>
internal static class Warmup
{
    // Code that is not optimised yet takes many times as long, so the work grows with what an iteration took.
    private static readonly TimeSpan LongIteration = TimeSpan.FromMilliseconds(10);

    /// <summary>Iterates as <paramref name="plan"/> says.</summary>
    /// <param name="driver">Drives the state.</param>
    /// <param name="plan">For how long.</param>
    /// <param name="scenario">What the driver's workers do.</param>
    /// <param name="most">The most work of an iteration.</param>
    public static WarmupOutcome Run(FixedWorkDriver driver, WarmupPlan plan, Scenario scenario, FixedWork most)
    {
        var start = Stopwatch.GetTimestamp();
        var rest = new CompilerRest(plan, CompilerRest.CompiledMethods);
        var work = FixedWork.FirstOf(scenario);
        var nanoseconds = 0.0;
        while (Stopwatch.GetElapsedTime(start) < plan.Limit)
        {
            driver.Park(work);
            var time = driver.Release().Time;
            nanoseconds = time.TotalNanoseconds / ((double)work.OperationsPerWorker * scenario.Workers);
            if (time < LongIteration)
            {
                work = new FixedWork(Math.Min(2 * work.OperationsPerWorker, Math.Max(most.OperationsPerWorker, FixedWork.Small.OperationsPerWorker)), most.RunLength);
            }

            var took = Stopwatch.GetElapsedTime(start);
            if (rest.HasCome(took, CompilerRest.CompiledMethods))
            {
                return new(took, true, nanoseconds);
            }
        }

        return new(Stopwatch.GetElapsedTime(start), plan.Limit == TimeSpan.Zero, nanoseconds);
    }
}
