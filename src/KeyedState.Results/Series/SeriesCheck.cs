namespace KeyedState.Results;

/// <summary>Whether a run of series that was read can be what a program measured. Its pages rely on it.</summary>
internal static class SeriesCheck
{
    private const int LongestName = 200;
    private const int LongestKey = 20;
    private const int MostIterations = 1_000;
    private const int MostScenarios = 100;
    private const int MostLooks = 100;
    private const int MostAxes = 20;
    private const int MostCreations = 100;
    private const int MostStates = 500;
    private const int MostSeries = 500_000;
    private const int MostAbsences = MostStates * MostScenarios;
    private const double LongestTime = 864e12;
    private const double MostBytes = 1e18;
    private const double FarthestPoint = 1e12;

    /// <summary>The first thing that cannot be, as a phrase; null when all is well.</summary>
    /// <param name="run">A run as it was read, in which only the types are known to be right.</param>
    /// <param name="suite">The name of the suite that it is to be of.</param>
    public static string? FirstProblem(StoredSeriesRun run, string suite) =>
        run.Schema != StoredSeriesRun.CurrentSchema ? FormattableString.Invariant($"schema {run.Schema}, where this version reads {StoredSeriesRun.CurrentSchema}")
        : run.Suite != suite ? $"it is of the suite {run.Suite}, and lies in the folder of {suite}"
        : OfLists(run) ?? OfHead(run) ?? OfCapabilities(run) ?? OfAxes(run)
        ?? (run.Series.FirstOrDefault(series => !IsPossible(run, series)) is { } wrong ? $"a series of {wrong.State} in {wrong.Scenario} that can't have been measured" : null);

    private static string? OfLists(StoredSeriesRun run)
    {
        IReadOnlyList<StoredAxis> axes = run.Axes ?? [];
        IReadOnlyList<StoredAbsence> absences = run.Absences ?? [];
        IReadOnlyList<StoredCreation> creations = run.Creations ?? [];

        // The JSON reader respects nullability of members but not of what lists hold.
        IEnumerable<object?> held =
        [
            .. run.Looks, .. run.Scenarios, .. run.States, .. run.Capabilities, .. run.Series, .. run.Failures, .. axes, .. absences, .. creations,
            .. axes.SelectMany(axis => axis?.Points ?? []),
            .. run.Capabilities.SelectMany(one => one is null ? [] : one.Offered.Concat(one.Lacking.Values)),
        ];
        return held.Contains(null) ? "a list holds null"
            : run.Looks.Count is 0 or > MostLooks || run.Scenarios.Count is 0 or > MostScenarios || run.States.Count > MostStates || run.Capabilities.Count > MostStates
                || run.Series.Count > MostSeries || axes.Count > MostAxes || absences.Count > MostAbsences || creations.Count > MostCreations ? "a list that is empty or overlong"
            : run.Scenarios.DistinctBy(scenario => scenario.Name).Count() < run.Scenarios.Count ? "two scenarios of one name"
            : null;
    }

    /// <summary>What a run of series shares with every other run is checked as such a run's, look by look and scenario by scenario.</summary>
    private static string? OfHead(StoredSeriesRun run) =>
        run.PlannedRounds is < 0 or > RunLimits.Rounds ? FormattableString.Invariant($"{run.PlannedRounds} planned launches")
        : run.States.Any(state => state.RetainedBytes is not (null or (>= -MostBytes and <= MostBytes))) ? "a state that keeps an impossible number of bytes for a key"
        : run.States.Any(state => state.State.CheckedOperations > RunLimits.Operations) ? "a state of which more operations were checked than can be"
        : run.Creations?.Any(creation => !IsPossible(creation)) == true ? "code that ran an impossible number of times for a key"
        : run.Scenarios.SelectMany(scenario => scenario.Roles).Any(role => role?.Writes is not (null or (>= 0 and <= 1))) ? "a role with an impossible share of writes"
        : Enumerable.Range(0, Math.Max(run.Looks.Count, run.Scenarios.Count))
            .Select(index => RunCheck.FirstProblem(PartOf(run, run.Looks[index % run.Looks.Count], run.Scenarios[index % run.Scenarios.Count])))
            .FirstOrDefault(problem => problem is not null);

    private static StoredRun PartOf(StoredSeriesRun run, StoredLook look, StoredScenario scenario) => new()
    {
        Schema = StoredRun.CurrentSchema,
        Suite = run.Suite,
        Started = run.Started,
        Quotable = run.Quotable,
        OrderSeed = run.OrderSeed,
        PlannedLaunches = run.PlannedRounds,
        PlannedSeconds = 0,
        BudgetSeconds = 0,
        Machine = run.Machine,
        Cards = run.Cards,
        Source = run.Source,
        Scenario = scenario,
        HarnessScaling = null,
        Metrics = [],
        Looks = [look],
        States = [.. run.States.Select(state => state.State)],
        Launches = [],
        Failures = run.Failures,
    };

    private static string? OfCapabilities(StoredSeriesRun run) => run.Capabilities
        .SelectMany(one => one.Offered.Concat(one.Lacking.Keys).Append(one.State).Append(one.Title).Append(one.OtherKeys ?? "none"))
        .Concat((run.Absences ?? []).SelectMany(absence => new[] { absence.State, absence.Scenario }))
        .Any(name => !IsName(name)) || run.Capabilities.SelectMany(one => one.Lacking.Values).Concat((run.Absences ?? []).Select(absence => absence.Because)).Any(reason => !IsReason(reason))
            ? "a name or a reason that is empty, overlong or holds control characters"
            : null;

    private static string? OfAxes(StoredSeriesRun run)
    {
        IReadOnlyList<StoredAxis> axes = run.Axes ?? [];
        var scenarios = run.Scenarios.Select(scenario => scenario.Name).ToHashSet();
        return axes.DistinctBy(axis => axis.Key).Count() < axes.Count ? "two axes of one name"
            : axes.FirstOrDefault(axis => !IsPossible(scenarios, axis)) is { } wrong ? $"an axis {wrong.Name} that can't be"
            : (run.Absences ?? []).FirstOrDefault(absence => !scenarios.Contains(absence.Scenario)) is { } nowhere ? $"a state that is absent from {nowhere.Scenario}, which is no scenario"
            : null;
    }

    // Its key becomes a file's name.
    private static bool IsPossible(HashSet<string> scenarios, StoredAxis axis) =>
        axis.Points.Count is > 0 and <= MostScenarios
        && Enum.IsDefined(axis.Scale)
        && axis.Key.Length is > 0 and <= LongestKey && axis.Key.All(char.IsAsciiLetterLower)
        && axis.Points.Select(point => point.Label).Append(axis.Name).Append(axis.Unit + ".").All(IsName)
        && axis.Points.All(point => point.At is >= 0 and <= FarthestPoint && (point.At >= 1e-3 || axis.Scale != AxisScale.Logarithmic) && scenarios.Contains(point.Scenario))
        && axis.Points.Zip(axis.Points.Skip(1)).All(pair => pair.First.At < pair.Second.At);

    private static bool IsPossible(StoredCreation creation) =>
        IsName(creation.Name) && creation.RunsPerKey.Count is > 0 and <= MostIterations && creation.RunsPerKey.All(runs => runs is >= 1 and < 1e9);

    private static bool IsPossible(StoredSeriesRun run, StoredSeries series) =>
        series is { Operations: > 0 and <= RunLimits.Operations, Round: >= 0 and < RunLimits.Rounds, Times.Count: > 0 and <= MostIterations }
        && series.Bytes.Count == series.Times.Count
        && (series.ApartTimes is null || series.ApartTimes.Count == series.Times.Count)
        && (series.Retries is null || (series.Retries.Count == series.Times.Count && series.Retries.All(retries => retries is >= 0 and <= MostBytes)))
        && series.Times.All(time => time is >= 1 and <= LongestTime)
        && (series.ApartTimes ?? []).All(time => time is > 1e-3 and <= LongestTime)
        && series.Bytes.All(bytes => bytes is >= 0 and <= MostBytes)
        && run.Scenarios.Any(scenario => scenario.Name == series.Scenario)
        && run.States.Any(state => state.State.Name == series.State);

    private static bool IsName(string name) => !string.IsNullOrWhiteSpace(name) && name.Length <= LongestName && !PlainText.HasControls(name);

    private static bool IsReason(string reason) => !string.IsNullOrWhiteSpace(reason) && reason.Length <= StoredFailure.LongestError && !PlainText.HasControls(reason);
}
