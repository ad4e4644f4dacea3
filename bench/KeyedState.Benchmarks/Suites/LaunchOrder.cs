namespace KeyedState.Benchmarks.Suites;

/// <summary>
/// The order of a run's launches: round by round, a round being every state once in one look, shuffled.
/// Whatever the machine does meanwhile then falls on all states alike, the launches of a round run close together, and a
/// run that is cut short has nearly the same number of launches of each. Spare rounds come last.
/// </summary>
internal static class LaunchOrder
{
    /// <summary>Plans the launches; the same seed gives the same order.</summary>
    public static IReadOnlyList<PlannedLaunch> Plan(
        IReadOnlyList<PilotedState> states, IReadOnlyList<LookPlan> looks, int seed)
    {
        var random = new Random(seed);
        var planned = new List<PlannedLaunch>();
        var steps = looks.Max(look => look.Launches);
        for (var step = 0; step < steps; step++)
        {
            foreach (var look in looks.Where(look => RoundsBefore(look, step + 1) > RoundsBefore(look, step)))
            {
                var number = RoundsBefore(look, step);
                var round = states.Where(state => state.Look == look).Select(state => new PlannedLaunch(state, number)).ToArray();
                random.Shuffle(round);
                planned.AddRange(round);
            }
        }

        planned.AddRange(
            from spare in Enumerable.Range(0, looks.Max(look => look.SpareRounds))
            from look in looks.Where(look => look.SpareRounds > spare)
            from state in states.Where(state => state.Look == look)
            select new PlannedLaunch(state, look.Launches + spare));

        return planned;

        // A look with fewer rounds has them spread over the whole run.
        int RoundsBefore(LookPlan look, int step) => ((step * look.Launches) + steps - 1) / steps;
    }
}
