namespace KeyedState.Results;

/// <summary>Whether a launch that was read can be one that ran.</summary>
internal static class LaunchCheck
{
    /// <summary>Ten days: far more than any invocation takes, and far from where sums lose digits.</summary>
    private const double LongestNanoseconds = 864e12;

    /// <summary>What cannot be about one launch.</summary>
    /// <param name="run">The run, whose lists hold no null.</param>
    /// <param name="launch">One of its launches.</param>
    public static IEnumerable<string> Problems(StoredRun run, StoredLaunch launch) =>
        Phrases(run, launch).Select(phrase => $"a {launch.Look} launch of {launch.State} has {phrase}");

    private static IEnumerable<string> Phrases(StoredRun run, StoredLaunch launch)
    {
        if (!run.States.Any(state => state.Name == launch.State))
        {
            yield return "a state that the run does not list";
        }

        if (!run.Looks.Any(look => look.Look == launch.Look && look.AbsentBecause is null))
        {
            yield return "a look that the run did not take";
        }

        if (launch.Round is < 0 or > 1_000_000)
        {
            yield return $"round {launch.Round}";
        }

        if (launch.Nanoseconds.Count == 0 || launch.ReadersEnd.Count != launch.Nanoseconds.Count || launch.WritersEnd.Count != launch.Nanoseconds.Count)
        {
            yield return "no invocations, or unequal numbers of times";
        }

        if (!launch.Nanoseconds.Concat(launch.ReadersEnd).Concat(launch.WritersEnd).All(time => time is > 0 and <= LongestNanoseconds))
        {
            yield return "a time that is not positive or not possible";
        }

        if (!HasSoundCounters(launch))
        {
            yield return "counters that are negative or not possible";
        }
    }

    private static bool HasSoundCounters(StoredLaunch launch) =>
        launch is
        {
            CountedOperations: > 0,
            AllocatedBytes: >= 0,
            Collections.Count: 3,
            CompletedWorkItems: >= 0,
            LockContentions: >= 0,
            PeakPoolThreads: >= 0,
            ProcessorCount: > 0,
            WarmupSeconds: >= 0 and <= LongestNanoseconds / 1e9,
        } && launch.Collections.All(count => count >= 0);
}
