using Perfolizer.Mathematics.Cpd;

namespace KeyedState.Results;

/// <summary>
/// Finds where a series of runs changed. ED-PELT proposes places from all launches (K. Haynes, P. Fearnhead and I. A.
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
        double[] launches = [.. points.SelectMany(point => point.Launches)];
        int[] starts = [.. points.Select((_, run) => points.Take(run).Sum(point => point.Launches.Count))];
        var shortest = StepTest.FewestRuns * points.Min(point => point.Launches.Count);
        var proposed = EdPeltChangePointDetector.Instance.GetChangePointIndexes(launches, shortest)
            .Select(last => Nearest(starts, last + 1))
            .Where(run => run >= StepTest.FewestRuns && run <= points.Count - StepTest.FewestRuns);
        return [.. proposed.Distinct().Order()];
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
        var middle = MedianEstimator.Estimate(before)!.Center * Math.Sqrt(ratio.Center);
        var repeats = after.Count(time => ratio.Center > 1 ? time > middle : time < middle);
        return new(points[step.Place - 1].Run, points[step.Place].Run, ratio, step.PValue, repeats);
    }
}
