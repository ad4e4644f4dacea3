using KeyedState.Regression;

namespace KeyedState.Benchmarks.Suites.Latency;

/// <summary>One short launch of states under a few loads: whether that works, not how long anything takes.</summary>
internal static class LatencyTry
{
    // One that answers synchronously, and one that does not.
    private static readonly HashSet<string> Tried = ["Lock", "TaskCompletionSourceChannelOwner"];

    // So that a share of the capacity is among the loads, and can be drawn quickly.
    private const double DriverLimit = 10_000_000;

    /// <summary>Tries the states.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="progress">Told of those that fail.</param>
    /// <returns>How many states failed.</returns>
    public static int Run(StateCatalogue catalogue, ProgressWriter progress)
    {
        StateEntry[] states = [.. catalogue.Entries.Where(entry => Tried.Contains(entry.Name))];
        progress.Say($"Latency: {states.Length} states in a closed loop and in open ones.");
        return states.Count(entry => Fails(entry, progress));
    }

    private static bool Fails(StateEntry entry, ProgressWriter progress)
    {
        try
        {
            using var process = new LatencyProcess(entry, LatencyProtocol.Brief, new Random(1));
            process.Measure(round: 0, new LatencyLoads(LatencyProtocol.Brief, DriverLimit));
            return false;
        }
        catch (WorkerException failure)
        {
            progress.Say($"{entry.Name} FAILED: {failure.Message}");
            return true;
        }
    }
}
