namespace KeyedState.Harness;

/// <summary>What goes before the measured part of a closed loop: workers run until they are steady, and it is chosen how many of their operations are timed.</summary>
/// <param name="time">The time that it goes by.</param>
/// <param name="plan">How long it may take.</param>
/// <param name="completed">What the workers have completed.</param>
/// <param name="timing">What is chosen.</param>
internal sealed class RampUp(LoopTime time, ClosedLoopPlan plan, CompletedCounts completed, RoleTiming timing)
{
    private const long Slice = 20_000_000;

    /// <summary>Waits until the workers are steady, or for as long as it may take.</summary>
    /// <param name="crew">The workers.</param>
    /// <param name="released">When they were let go.</param>
    /// <returns>Whether they are steady, and each has completed something.</returns>
    /// <exception cref="Exception">Whatever the first failing worker threw, as it threw it.</exception>
    public bool Run(WorkerCrew crew, long released)
    {
        var rates = new List<double>();
        var (before, then) = (completed.Read(), released);
        while (then - released < plan.LongestRampUp.TotalNanoseconds)
        {
            time.Await(crew, then + Slice);
            var (all, now) = (completed.Read(), time.Now());
            rates.Add((all.Sum() - before.Sum()) / (double)(now - then));
            timing.Choose([.. all.Zip(before, (later, earlier) => later - earlier)], now - then);

            // A worker that has not had its first turn is no steady one, however even the sum of all is.
            if (SteadyRate.IsReached(rates) && all.All(count => count > 0))
            {
                return true;
            }

            (before, then) = (all, now);
        }

        return false;
    }
}
