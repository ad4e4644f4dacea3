namespace KeyedState.Results;

/// <summary>
/// How large a run that is read may be. Each is far beyond what a suite makes, and together they bound the work of
/// everyone who reads one: a file is input, and a list of a million entries would keep a report busy for hours.
/// </summary>
internal static class RunLimits
{
    /// <summary>The rounds of a look, and so the launches of a state in it.</summary>
    public const int Rounds = 1_000;

    /// <summary>The operations of an iteration. What an operation then takes can still be drawn.</summary>
    public const long Operations = 1_000_000_000_000;

    private const int States = 500;
    private const int Launches = 20_000;
    private const int Failures = 2_000;
    private const int Iterations = 2_000;
    private const int Roles = 20;
    private const int Metrics = 100;
    private const int Lines = 200;
    private const int Names = 200;
    private const int Cores = 65_536;
    private const int PacedCores = 100;
    private const int Kinds = 10;

    /// <summary>Beyond what an exception says of itself, and within what a page can show.</summary>
    private const int LongestText = StoredFailure.LongestError;

    /// <summary>What there is too much of, as phrases.</summary>
    /// <param name="run">The run, whose lists hold no null.</param>
    public static IEnumerable<string> Excesses(StoredRun run) =>
        Lists(run).Where(list => list.Count > list.Most).Select(list => $"{list.Count} {list.What}, more than the {list.Most} that a run can have")
            .Concat(Texts(run).Where(text => text?.Length > LongestText).Select(text => $"a text of {text!.Length} characters, more than {LongestText}"));

    private static IEnumerable<(int Count, int Most, string What)> Lists(StoredRun run) =>
    [
        (run.States.Count, States, "states"),
        (run.Launches.Count, Launches, "launches"),
        (run.Failures.Count, Failures, "failures"),
        (run.Source.Packages.Count, Names, "packages"),
        (run.Looks.Count, Look.All.Count, "looks"),
        .. run.Looks.Take(Look.All.Count).Select(look => (look.Placement.RuntimeSettings.Count, Lines, $"settings on {look.Look.Name}")),
        (run.Scenario.Roles.Count, Roles, "roles"),
        (run.Metrics.Count, Metrics, "metrics"),
        (run.HarnessScaling?.OneCore.Count ?? 0, Rounds, "measurements of the harness"),
        (run.HarnessScaling?.AllCores.Count ?? 0, Rounds, "measurements of the harness"),
        .. CardCheck.Cards(run).SelectMany(card => new[]
        {
            (card.Paces.Count, PacedCores, "paces in a card"),
            (card.Siblings?.Count ?? 0, Cores, "groups of cores in a card"),
            (card.Kinds.Count, Kinds, "kinds of cores in a card"),
        }),
        .. run.Launches.Select(launch => (launch.Note.Observations.Count, Metrics, "observations in a launch")),
        .. run.Launches.SelectMany(launch => launch.Note.Observations.Take(Metrics)).Select(one => (one.Values.Count, Iterations, "iterations in a launch")),
        .. run.Launches.Select(launch => (launch.Note.ThreadMasks.Count, Lines, "thread masks in a launch")),
    ];

    private static IEnumerable<string?> Texts(StoredRun run) => new[]
    {
        run.Machine.ProcessorModel, run.Machine.GarbageCollector, run.Source.Commit,
    }
        .Concat(run.Source.Packages.Values)
        .Concat(run.Looks.SelectMany(look => look.Placement.RuntimeSettings.Keys.Concat(look.Placement.RuntimeSettings.Values).Append(look.AbsentBecause)))
        .Concat(run.Metrics.SelectMany(metric => new[] { metric.Name, metric.Unit }))
        .Concat(run.States.Select(state => state.HowItWorks))
        .Concat(run.Launches.SelectMany(launch => launch.Note.ThreadMasks.Append(launch.State)))
        .Concat(run.Failures.SelectMany(failure => new[] { failure.State, failure.Error }));
}
