using KeyedState.Harness;
using KeyedState.Regression;

namespace KeyedState.Benchmarks.Suites.Series;

/// <summary>One short launch of a state in several scenarios: whether that works, not how fast it is.</summary>
internal static class SeriesTry
{
    private static readonly FixedWork Little = new(OperationsPerWorker: 20, RunLength: 5);

    /// <summary>Tries a state.</summary>
    /// <param name="entry">The state.</param>
    /// <param name="look">Where.</param>
    /// <param name="scenarios">In which scenarios.</param>
    /// <param name="progress">Told when it fails.</param>
    /// <returns>Whether it failed.</returns>
    public static bool Fails(StateEntry entry, SeriesLook look, IEnumerable<Scenario> scenarios, ProgressWriter progress)
    {
        try
        {
            using var launch = new SeriesLaunch(entry, look);
            foreach (var scenario in scenarios)
            {
                launch.Measure(new LaunchPlan(scenario, Little, WarmupPlan.None, look.Placement.Lifetime), round: 0);
            }

            return false;
        }
        catch (WorkerException failure)
        {
            progress.Say($"{entry.Name} FAILED: {failure.Message}");
            return true;
        }
    }
}
