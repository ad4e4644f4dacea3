namespace KeyedState.Results;

/// <summary>Whether a note can be of a process that ran.</summary>
internal static class NoteCheck
{
    /// <summary>Ten days: far more than any iteration takes, and far from where sums lose digits.</summary>
    private const double LongestNanoseconds = 864e12;

    /// <summary>Anything shorter is no time that workers take, and quotients of it leave the range of what a page can draw.</summary>
    private const double LeastNanoseconds = 1;

    /// <summary>More than a process counts in ten days, and far from where sums lose digits.</summary>
    private const double LargestCount = 1e18;

    /// <summary>What cannot be, as phrases.</summary>
    /// <param name="note">The note, whose lists hold no null.</param>
    public static IEnumerable<string> Problems(LaunchNote note)
    {
        if (note is not { PeakPoolThreads: >= 0, ProcessorCount: > 0, WarmupSeconds: >= 0 and <= LongestNanoseconds / 1e9 })
        {
            yield return "a process that is not possible";
        }

        if (note.Observations.DistinctBy(one => one.Metric).Count() < note.Observations.Count)
        {
            yield return "two observations of one metric";
        }

        var times = note.Of(Metric.Time);
        if (times.Count == 0 || note.Observations.Any(one => one.Values.Count != times.Count))
        {
            yield return "no iterations, or unequal numbers of values";
        }

        if (note.Of(Metric.CoresBefore).Count != note.Of(Metric.CoresAfter).Count || note.Of(Metric.PaceBefore).Count != note.Of(Metric.PaceAfter).Count)
        {
            yield return "cores that were looked at on one side of its iterations only";
        }

        foreach (var one in note.Observations)
        {
            if (Problem(one, times) is { } problem)
            {
                yield return problem;
            }
        }
    }

    private static string? Problem(Observation one, IReadOnlyList<double> times)
    {
        if (Metric.FindObserved(one.Metric) is not { } metric)
        {
            return "an unknown metric";
        }

        if (metric != Metric.Time && !metric.IsEnd)
        {
            return one.Values.All(value => value is >= 0 and <= LargestCount) ? null : "a value that is negative or not possible";
        }

        return !one.Values.All(time => time is >= LeastNanoseconds and <= LongestNanoseconds) ? "a time that is not positive or not possible"
            : one.Values.Zip(times).Any(pair => pair.First > pair.Second) ? "a role that ended after its iteration"
            : null;
    }
}
