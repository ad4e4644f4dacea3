using KeyedState.Benchmarks.Suites.Series;
using KeyedState.Harness;

namespace KeyedState.Benchmarks.Suites.Matrix;

/// <summary>One short launch of two states at two points of the matrix: whether that works, not how fast they are.</summary>
internal static class MatrixTry
{
    // What no other suite has: a mix drawn by each caller, keys that are not all alike, and callers with threads of their own.
    private static readonly Scenario[] Points = [MatrixScenarios.Mixes[0], MatrixScenarios.OwnThreads];

    private static readonly HashSet<string> States = ["Lock", "TaskCompletionSourceChannelOwner"];

    /// <summary>Tries them.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="progress">Told of those that fail.</param>
    /// <returns>How many states failed.</returns>
    public static int Run(StateCatalogue catalogue, ProgressWriter progress)
    {
        StateEntry[] states = [.. catalogue.Entries.Where(entry => States.Contains(entry.Name))];
        progress.Say($"Other workloads: {states.Length} states at {Points.Length} points of the matrix.");
        return states.Count(entry => SeriesTry.Fails(entry, MatrixSuite.AllCores, Points, progress));
    }
}
