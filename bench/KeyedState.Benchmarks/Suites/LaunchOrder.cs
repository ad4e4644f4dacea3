namespace KeyedState.Benchmarks.Suites;

/// <summary>
/// The order of a run's launches: round by round, and within a round every state once in each look that still
/// has launches to make, shuffled.
/// Whatever the machine does meanwhile then falls on all states alike, and a run that is cut short has
/// nearly the same number of launches of each.
/// </summary>
internal static class LaunchOrder
{
    /// <summary>Plans the launches; the same seed gives the same order.</summary>
    public static IReadOnlyList<PlannedLaunch> Plan(
        IReadOnlyList<StateEntry> states, IReadOnlyList<LookPlan> looks, int seed)
    {
        var random = new Random(seed);
        var planned = new List<PlannedLaunch>();
        for (var round = 0; round < looks.Max(look => look.Launches); round++)
        {
            var launches = looks
                .Where(look => round < look.Launches)
                .SelectMany(look => states, (look, state) => new PlannedLaunch(state, look, round))
                .ToArray();
            random.Shuffle(launches);
            planned.AddRange(launches);
        }

        return planned;
    }
}
