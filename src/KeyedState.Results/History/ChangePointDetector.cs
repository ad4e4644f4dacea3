using Perfolizer.Mathematics.Cpd;

namespace KeyedState.Results;

/// <summary>
/// Finds where a series of runs changed. ED-PELT proposes places from the launches (K. Haynes, P. Fearnhead and I. A.
/// Eckley, A Computationally Efficient Nonparametric Approach for Changepoint Detection, Statistics and Computing 27
/// (2017), doi:10.1007/s11222-016-9687-5). It takes launches for independent, and where runs have levels of their own
/// it proposes far too many; so each is moved to the nearest boundary between runs, and the least of them is taken
/// back until all that are left are steps large enough (<see cref="LeastShift"/>) and clear enough
/// (<see cref="LargestPValue"/>, by <see cref="StepTest"/>) among the runs between their neighbours.
/// </summary>
public static class ChangePointDetector
{
    /// <summary>The smallest change that counts, as a share.</summary>
    public const double LeastShift = 0.02;

    /// <summary>The largest p-value that counts.</summary>
    public const double LargestPValue = 0.01;

    /// <summary>How many runs either side of a step its size is taken from, the nearest; older levels may have drifted.</summary>
    public const int LargestSide = 40;

    /// <summary>
    /// How many values ED-PELT is given. Its time grows with their square where nothing changes, so that a year of a dozen launches
    /// a night would take minutes; beyond this, a run is spoken for by evenly spread order statistics of its launches.
    /// </summary>
    private const int MostValues = 800;

    private const int FewestRuns = 2 * StepTest.FewestRuns;

    /// <summary>The change points of a series under constant conditions.</summary>
    /// <param name="points">The series; fewer than four runs have none.</param>
    public static IReadOnlyList<ChangePoint> Detect(IReadOnlyList<SeriesPoint> points)
    {
        if (points.Count < FewestRuns)
        {
            return [];
        }

        var steps = new StepSelection([.. points.Select(point => Math.Log(point.Time.Center))]);
        return [.. steps.Select(Proposed(points)).Select(step => Describe(points, step))];
    }

    /// <summary>The boundaries between runs next to which ED-PELT sees a change, each as the first run after it.</summary>
    private static List<int> Proposed(IReadOnlyList<SeriesPoint> points)
    {
        double[][] runs = [.. points.Select(point => Thinned(point.Launches, Math.Max(1, MostValues / points.Count)))];
        double[] launches = [.. runs.SelectMany(run => run)];
        int[] starts = [.. runs.Select((_, run) => runs.Take(run).Sum(before => before.Length))];
        var shortest = StepTest.FewestRuns * runs.Min(run => run.Length);
        var proposed = EdPeltChangePointDetector.Instance.GetChangePointIndexes(launches, shortest)
            .Select(last => Nearest(starts, last + 1))
            .Where(run => run >= StepTest.FewestRuns && run <= points.Count - StepTest.FewestRuns);
        return [.. proposed.Distinct().Order()];
    }

    /// <summary>A run's launches, or so many order statistics of them, evenly spread.</summary>
    private static double[] Thinned(IReadOnlyList<double> launches, int most)
    {
        if (launches.Count <= most)
        {
            return [.. launches];
        }

        var sorted = launches.Order().ToArray();
        return [.. Enumerable.Range(0, most).Select(index => sorted[((2 * index) + 1) * sorted.Length / (2 * most)])];
    }

    private static int Nearest(int[] starts, int launch)
    {
        var run = Math.Max(0, Array.FindLastIndex(starts, start => start <= launch));
        return run + 1 < starts.Length && starts[run + 1] - launch <= launch - starts[run] ? run + 1 : run;
    }

    private static ChangePoint Describe(IReadOnlyList<SeriesPoint> points, ConfirmedStep step)
    {
        double[] before = [.. points.Take(step.Place).Skip(Math.Max(step.From, step.Place - LargestSide)).Select(point => point.Time.Center)];
        double[] after = [.. points.Take(step.To).Skip(step.Place).Select(point => point.Time.Center)];
        var ratio = RatioEstimator.Estimate(before, [.. after.Take(LargestSide)])!;
        var middle = Median.Of(before) * Math.Sqrt(ratio.Center);
        var repeats = after.Count(time => ratio.Center > 1 ? time > middle : time < middle);
        return new(points[step.Place - 1].Run, points[step.Place].Run, ratio, step.PValue, repeats);
    }
}
