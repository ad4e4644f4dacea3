namespace KeyedState.Results;

/// <summary>Whether a launch that was read can be one that ran.</summary>
internal static class LaunchCheck
{
    /// <summary>What cannot be about one launch.</summary>
    /// <param name="run">The run, whose lists hold no null and are no longer than a run's can be.</param>
    public static IEnumerable<string> Problems(StoredRun run)
    {
        var states = run.States.Select(state => state.Name).ToHashSet(StringComparer.Ordinal);
        var metrics = run.Metrics.Select(metric => metric.Name).ToHashSet(StringComparer.Ordinal);
        return run.Launches.SelectMany(
            launch => Phrases(run, states, metrics, launch), (launch, phrase) => $"a launch of {launch.State} on {launch.Look.Name} has {phrase}");
    }

    private static IEnumerable<string> Phrases(StoredRun run, HashSet<string> states, HashSet<string> metrics, StoredLaunch launch)
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

        if (launch is not { Operations: > 0 and <= RunLimits.Operations, RunLength: > 0 and <= RunLimits.Operations })
        {
            yield return "operations that are not positive or not possible";
        }

        if (launch.Note.Error is not null)
        {
            yield return "an error";
        }

        if (launch.Note.Observations.FirstOrDefault(one => !metrics.Contains(one.Metric)) is { } unknown)
        {
            yield return $"a metric that the run does not list, {unknown.Metric}";
        }

        if (run.Scenario.Roles.FirstOrDefault(role => launch.Note.Of(Metric.EndOf(role.Name)).Count == 0) is { } endless)
        {
            yield return $"no end of {endless.Name}";
        }

        if (launch.Note.Problem() is { } problem)
        {
            yield return problem;
        }
    }
}
