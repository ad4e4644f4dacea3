namespace KeyedState.Harness;

/// <summary>Of how many of a role's operations one is timed: so many that reading the clock takes no more of the time than it may.</summary>
/// <remarks>Each role has its own. By the rate of all together hardly an operation would be timed of a role that is held up.</remarks>
/// <param name="scenario">The roles.</param>
/// <param name="plan">What share of the time the clock may take.</param>
/// <param name="time">The clock, and how many workers can be at work at once.</param>
internal sealed class RoleTiming(Scenario scenario, ClosedLoopPlan plan, LoopTime time)
{
    private readonly int[] oneIn = [.. scenario.Roles.Select(_ => 1)];

    /// <summary>Of how many of a role's operations one is timed, on average; 1 at first.</summary>
    /// <param name="role">Its index in the scenario.</param>
    public int OneIn(int role) => Volatile.Read(ref oneIn[role]);

    /// <summary>Chooses anew. A role that has completed nothing stays as it is.</summary>
    /// <param name="operations">What each worker has completed in a time.</param>
    /// <param name="nanoseconds">The time.</param>
    public void Choose(long[] operations, long nanoseconds)
    {
        for (var role = 0; role < oneIn.Length; role++)
        {
            if (operations[scenario.WorkersOf(role)].Sum() is > 0 and var all)
            {
                // The cores' time goes to the workers in turn, whatever their operations take.
                var cores = time.Cores * (double)scenario.Roles[role].Workers / operations.Length;
                Volatile.Write(ref oneIn[role], plan.TimedOneIn(cores * nanoseconds / all, time.ReadCost));
            }
        }
    }
}
