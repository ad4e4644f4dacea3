using System.Globalization;

namespace KeyedState.Results;

/// <summary>Finds what two runs differ in besides their figures.</summary>
public static class DifferenceDetector
{
    private const string None = "none";

    /// <summary>Runs further apart are of different age: machines and their neighbours change within days.</summary>
    public static TimeSpan LongestOfOneAge { get; } = TimeSpan.FromDays(7);

    /// <summary>All differences, in the order of <see cref="RunAspect"/>.</summary>
    /// <param name="before">The first run.</param>
    /// <param name="after">The second run.</param>
    public static IReadOnlyList<RunDifference> Between(StoredRun before, StoredRun after) =>
        [.. OfConditions(before, after), .. OfSource(before.Source, after.Source), .. OfAge(before.Started, after.Started)];

    /// <summary>The differences under which figures are no longer of one series: all but source and age.</summary>
    /// <param name="before">The first run.</param>
    /// <param name="after">The second run.</param>
    public static IReadOnlyList<RunDifference> OfConditions(StoredRun before, StoredRun after) =>
        OfConditions(before, CoreDistance.MostlyOf(before), after, CoreDistance.MostlyOf(after));

    /// <inheritdoc cref="OfConditions(StoredRun, StoredRun)"/>
    public static IReadOnlyList<RunDifference> OfConditions(HistoryRun before, HistoryRun after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return OfConditions(before.Head, before.Distance, after.Head, after.Distance);
    }

    private static RunDifference[] OfConditions(StoredRun before, CoreDistance? distanceBefore, StoredRun after, CoreDistance? distanceAfter)
    {
        var ofMachine = Facts(before, distanceBefore).Zip(Facts(after, distanceAfter), (first, second) => new RunDifference(first.Aspect, first.What, first.Value, second.Value));
        var ofLooks = Look.All.SelectMany(look => new[]
        {
            new RunDifference(RunAspect.Placement, $"placement on {look.Name}", Taken(before, look, PlacementOf), Taken(after, look, PlacementOf)),
            new RunDifference(RunAspect.Protocol, $"protocol on {look.Name}", Taken(before, look, ProtocolOf), Taken(after, look, ProtocolOf)),
        });

        // A look that only one of them took is no change of how it is taken.
        return
        [
            .. ofMachine.Concat(CardDifferences.Between(before.Cards, after.Cards))
                .Concat(ofLooks.Where(pair => pair is { Before: not None, After: not None }))
                .Where(pair => pair.Before != pair.After)
                .OrderBy(pair => pair.Aspect),
        ];
    }

    private static IEnumerable<(RunAspect Aspect, string What, string Value)> Facts(StoredRun run, CoreDistance? distance) =>
    [
        (RunAspect.Machine, "processor", run.Machine.Processor),
        (RunAspect.Machine, "processor model", run.Machine.ProcessorModel),
        (RunAspect.Machine, "logical cores", run.Machine.LogicalCores.ToString(CultureInfo.InvariantCulture)),
        (RunAspect.Machine, "distance of cores", distance?.Name ?? None),
        (RunAspect.Machine, "system", run.Machine.System),
        (RunAspect.Machine, "architecture", run.Machine.Architecture),
        (RunAspect.Runtime, "runtime", run.Machine.Runtime),
        (RunAspect.Runtime, "garbage collector", run.Machine.GarbageCollector),
        (RunAspect.BenchmarkDotNet, "BenchmarkDotNet", run.Source.Packages.GetValueOrDefault("BenchmarkDotNet", None)),
        (RunAspect.Suite, "suite", run.Suite),
        (RunAspect.Scenario, "scenario", ScenarioOf(run.Scenario)),
    ];

    private static string ScenarioOf(StoredScenario scenario) => string.Create(
        CultureInfo.InvariantCulture,
        $"{scenario.Name}: {string.Join(", ", scenario.Roles.Select(RoleOf))}, {scenario.Keys} keys{(scenario.KeysFilled ? ", filled" : "")}, {scenario.DistinctKeys} touched, {scenario.Values} values, seed {scenario.Seed}");

    private static string RoleOf(StoredRole role) => string.Create(CultureInfo.InvariantCulture, $"{role.Workers} {role.Name} ({role.Operation})");

    private static string PlacementOf(StoredLook look) => string.Join("; ",
    [
        look.Placement.Cores switch { Cores.One => "one core", Cores.Some => "some cores", _ => "all cores" },
        .. look.Placement.RuntimeSettings.OrderBy(setting => setting.Key, StringComparer.Ordinal).Select(setting => $"{setting.Key}={setting.Value}"),
        look.Placement.StateLifetime == StoredLifetime.Iteration ? "a state an iteration" : "a state a launch",
    ]);

    private static string ProtocolOf(StoredLook look) => string.Create(
        CultureInfo.InvariantCulture,
        $"{look.Protocol.Name}: {look.Protocol.Iterations} iterations of {WorkOf(look.Protocol)}");

    private static string WorkOf(StoredProtocol protocol) => protocol.WindowMilliseconds is { } window
        ? string.Create(CultureInfo.InvariantCulture, $"{window} ms, runs of {protocol.RunMicroseconds} µs")
        : "a constant number of operations";

    private static string Taken(StoredRun run, Look look, Func<StoredLook, string> text) =>
        run.Looks.FirstOrDefault(taken => taken.Look == look && taken.AbsentBecause is null) is { } found ? text(found) : None;

    private static IEnumerable<RunDifference> OfSource(StoredSource before, StoredSource after) =>
        before.Commit == after.Commit && before is { Commit: not null, Dirty: false } && !after.Dirty
            ? []
            : [new(RunAspect.Source, "source", SourceOf(before), SourceOf(after))];

    private static string SourceOf(StoredSource source) =>
        source.Commit is null ? "not under version control" : source.Commit + (source.Dirty ? " with uncommitted changes" : "");

    private static IEnumerable<RunDifference> OfAge(DateTimeOffset before, DateTimeOffset after) =>
        (after - before).Duration() <= LongestOfOneAge ? [] : [new(RunAspect.Age, "started", TimeOf(before), TimeOf(after))];

    private static string TimeOf(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
