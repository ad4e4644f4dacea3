using System.Diagnostics;
using System.Globalization;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Environments.Cards;
using KeyedState.Harness;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites.Series;

/// <summary>Runs a suite of series from the checks to the file.</summary>
/// <param name="suite">The suite.</param>
/// <param name="repository">The root of the repository.</param>
/// <param name="choice">Which states were asked for.</param>
/// <param name="progress">Who is told how far it is.</param>
/// <param name="interruption">Who may break it off.</param>
internal sealed class SeriesRunner(SeriesSuite suite, string repository, StateChoice choice, ProgressWriter progress, Interruption interruption)
{
    private readonly List<StoredFailure> failures = [];
    private readonly List<StoredAbsence> absences = [];
    private readonly Dictionary<string, double> retained = [];
    private readonly TimeSpan budget = choice == StateChoice.All ? TimeSpan.MaxValue : suite.Budget;

    /// <summary>Why the run as it stands is not on disk, in one line; null when it is.</summary>
    public string? NotStoredBecause { get; private set; }

    /// <summary>Measures states.</summary>
    /// <param name="states">The states, with the limits that figures are held against.</param>
    /// <param name="started">When the run started.</param>
    /// <returns>The run and where it is stored.</returns>
    /// <exception cref="IOException">The results cannot be stored; nothing was measured then.</exception>
    public (StoredSeriesRun Run, string Path) Run(IReadOnlyList<StateEntry> states, DateTimeOffset started)
    {
        var clock = Stopwatch.GetTimestamp();
        var folder = SuiteFolder.Of(new ResultsFolder(Path.Combine(repository, "results")), MachineProbe.Read(), suite.Name);
        folder.Probe();
        var (source, noCommitBecause) = SourceProbe.Read(RepositoryRoot.FindSources(), states);
        if (noCommitBecause is not null)
        {
            progress.Say($"The run is stored without a commit: {noCommitBecause}.");
        }

        var seed = Random.Shared.Next();
        var card = MachineCard.Read(SystemFiles.OfThisMachine);
        progress.Say($"Suite {suite.Name}: first every state is checked, then all are measured in random order (seed {seed}).");
        var check = StateCheck.Of(states, progress, entry => StateCheck.InOwnProcess(entry));
        failures.AddRange(check.Failures);
        SeriesLook[] looks = [.. suite.Looks.Where(look => look.AbsentBecause is null)];
        progress.Say("Pilot: finding out how much memory a key takes, and how much work fills an iteration of each state in each scenario.");
        foreach (var entry in check.Passed.Where(entry => !entry.IsLimit))
        {
            interruption.Pass();
            Retain(entry);
        }

        absences.AddRange(
            from look in suite.Looks
            let because = look.AbsentBecause
            where because is not null
            from entry in states
            from scenario in look.Scenarios
            select new StoredAbsence(entry.Name, scenario.Name, because));
        var plans = PilotAll(looks, check.Passed);
        var run = new StoredSeriesRun
        {
            Schema = StoredSeriesRun.CurrentSchema,
            Suite = suite.Name,
            Started = folder.FreeStart(started),
            OrderSeed = seed,
            Quotable = choice != StateChoice.Named,
            PlannedRounds = suite.Rounds,
            Machine = MachineProbe.Read(),
            Cards = new(card, After: null),
            Source = source,
            Looks = [.. suite.Looks.Select(look => look.Stored(suite.Rounds))],
            Scenarios = [.. suite.Scenarios.Select(scenario => StoredForms.Of(scenario, operationsPerWorker: 1_000))],
            States = [.. states.Select(entry => new StoredSeriesState(StoredForms.Of(entry, check.OperationsOf(entry)), retained.TryGetValue(entry.Name, out var bytes) ? bytes : null))],
            Axes = suite.Axes,
            Absences = suite.Axes is null ? null : absences,
            Capabilities = [.. SuiteCatalogue.Default.Entries.Where(entry => !entry.IsLimit).Select(CapabilitiesOf)],
            Creations = suite.CountCreations?.Invoke(progress, interruption),
            Series = [],
            Failures = [.. failures.Select(failure => failure.Tidied())],
        };
        var path = folder.PathOf(run.Started);
        Store(run, path);
        interruption.Follow(path);
        run = MeasureAll(run, plans, path, clock);
        return (run, path);
    }

    /// <summary>What a state offers, and why not the rest.</summary>
    public static StoredCapabilities CapabilitiesOf(StateEntry entry)
    {
        var all = Enum.GetValues<Capability>();
        return new(
            entry.Name,
            entry.Declared.Title,
            [.. all.Where(entry.Offers).Select(capability => capability.ToString())],
            all.Where(capability => entry.WhyNot(capability) is not null).ToDictionary(capability => capability.ToString(), capability => entry.WhyNot(capability)!),
            entry.DeclaredUpdates?.OtherKeys.ToString());
    }

    private StoredSeriesRun MeasureAll(StoredSeriesRun run, IReadOnlyList<PlannedSeries> plans, string path, long clock)
    {
        var random = new Random(run.OrderSeed);
        IGrouping<(StateEntry Entry, SeriesLook Look), PlannedSeries>[] launches = [.. plans.GroupBy(plan => (plan.Entry, plan.Look))];
        for (var round = 0; round < suite.Rounds; round++)
        {
            random.Shuffle(launches);
            for (var i = 0; i < launches.Length; i++)
            {
                interruption.Pass();
                if (Stopwatch.GetElapsedTime(clock) > budget)
                {
                    progress.Say(string.Create(CultureInfo.InvariantCulture, $"The time is up: round {round + 1} of {suite.Rounds} is not complete, and some figures have no interval."));
                    return Store(run with { Cards = run.Cards with { After = MachineCard.Read(SystemFiles.OfThisMachine) } }, path);
                }

                var (entry, look) = launches[i].Key;
                if (failures.Any(failure => failure.State == entry.Name))
                {
                    continue;
                }

                progress.Say(string.Create(CultureInfo.InvariantCulture, $"[round {round + 1} of {suite.Rounds}, {i + 1} of {launches.Length}] {entry.Name}, {look.Title}"));
                PlannedSeries[] shuffled = [.. launches[i]];
                random.Shuffle(shuffled);

                // The thread that ends the pauses goes on beside whatever comes after.
                shuffled = [.. shuffled.OrderBy(plan => plan.Pauses)];
                run = Store(run with { Series = [.. run.Series, .. Launch(entry, look, shuffled, round)], Failures = [.. failures.Select(failure => failure.Tidied())] }, path);
            }
        }

        return Store(run with { Cards = run.Cards with { After = MachineCard.Read(SystemFiles.OfThisMachine) } }, path);
    }

    private StoredSeriesRun Store(StoredSeriesRun run, string path)
    {
        try
        {
            interruption.Store(() => SeriesFile.Save(run, path));
            NotStoredBecause = null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The disk may have room again by the next launch, and a run of ten minutes is not thrown away for it.
            NotStoredBecause ??= error.Message;
        }

        return run;
    }

    private List<StoredSeries> Launch(StateEntry entry, SeriesLook look, IEnumerable<PlannedSeries> plans, int round)
    {
        var measured = new List<StoredSeries>();
        try
        {
            using var launch = new SeriesLaunch(entry, look);
            foreach (var plan in plans)
            {
                measured.Add(launch.Measure(plan.Plan, round));
            }
        }
        catch (WorkerException failure)
        {
            Fail(entry, look, failure);
        }

        return measured;
    }

    private List<PlannedSeries> PilotAll(IReadOnlyList<SeriesLook> looks, IReadOnlyList<StateEntry> states)
    {
        var plans = new List<PlannedSeries>();
        foreach (var (look, entry) in from look in looks from entry in states select (look, entry))
        {
            interruption.Pass();
            try
            {
                using var launch = new SeriesLaunch(entry, look);
                plans.AddRange(look.Scenarios.Where(scenario => IsMeasured(entry, scenario)).Select(scenario => new PlannedSeries(entry, look, launch.Pilot(scenario))));
            }
            catch (WorkerException failure)
            {
                Fail(entry, look, failure);
            }
        }

        // What fails once is measured nowhere.
        return [.. plans.Where(plan => failures.All(failure => failure.State != plan.Entry.Name))];
    }

    private bool IsMeasured(StateEntry entry, Scenario scenario)
    {
        if (suite.WhyAbsent(entry, scenario, retained.TryGetValue(entry.Name, out var bytes) ? bytes : null) is not { } because)
        {
            return true;
        }

        absences.Add(new StoredAbsence(entry.Name, scenario.Name, because));
        return false;
    }

    private void Retain(StateEntry entry)
    {
        try
        {
            using var launch = new SeriesLaunch(entry, suite.Looks[0]);
            retained[entry.Name] = launch.RetainedBytes();
        }
        catch (WorkerException failure)
        {
            progress.Say($"How much memory {entry.Name} keeps for a key is not known: {failure.Message}");
        }
    }

    private void Fail(StateEntry entry, SeriesLook look, WorkerException failure)
    {
        progress.Say($"{entry.Name} FAILED on {look.Title}: {failure.Message}");
        failures.Add(new StoredFailure(entry.Name, look.Look, failure.Message));
    }
}
