namespace KeyedState.Results;

/// <summary>Whether a launch that was read can be one that ran.</summary>
internal static class LaunchCheck
{
    /// <summary>Ten days: far more than any invocation takes, and far from where sums lose digits.</summary>
    private const double LongestNanoseconds = 864e12;

    /// <summary>
    /// Anything shorter is no time that 110 workers take, and quotients of it leave the range of what a page can draw.
    /// </summary>
    private const double LeastNanoseconds = 1;

    /// <summary>What cannot be about one launch.</summary>
    /// <param name="run">The run, whose lists hold no null and are no longer than a run's can be.</param>
    public static IEnumerable<string> Problems(StoredRun run)
    {
        var states = run.States.Select(state => state.Name).ToHashSet(StringComparer.Ordinal);
        return run.Launches.SelectMany(
            launch => Phrases(run, states, launch), (launch, phrase) => $"a launch of {launch.State} on {launch.Look.Name} has {phrase}");
    }

    private static IEnumerable<string> Phrases(StoredRun run, HashSet<string> states, StoredLaunch launch)
    {
        if (!states.Contains(launch.State))
        {
            yield return "a state that the run does not list";
        }

        if (!run.Looks.Any(look => look.Look == launch.Look && look.AbsentBecause is null))
        {
            yield return "a look that the run did not take";
        }

        if (launch.Round is < 0 or >= RunLimits.Rounds)
        {
            yield return $"round {launch.Round}";
        }

        if (launch.Nanoseconds.Count == 0 || launch.ReadersEnd.Count != launch.Nanoseconds.Count || launch.WritersEnd.Count != launch.Nanoseconds.Count)
        {
            yield return "no invocations, or unequal numbers of times";
        }

        if (!launch.Nanoseconds.Concat(launch.ReadersEnd).Concat(launch.WritersEnd).All(time => time is >= LeastNanoseconds and <= LongestNanoseconds))
        {
            yield return "a time that is not positive or not possible";
        }

        if (launch.ReadersEnd.Concat(launch.WritersEnd).Zip(launch.Nanoseconds.Concat(launch.Nanoseconds)).Any(pair => pair.First > pair.Second))
        {
            yield return "a role that ended after its invocation";
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
