using KeyedState.Benchmarks.Environments;
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
    private readonly Dictionary<string, KeyMemory> memory = [];

    private RunStore<StoredSeriesRun>? store;

    /// <summary>Why the run as it stands is not on disk, in one line; null when it is.</summary>
    public string? NotStoredBecause => store?.NotStoredBecause;

    /// <summary>Measures states.</summary>
    /// <param name="states">The states, with the limits that figures are held against.</param>
    /// <param name="started">When the run started.</param>
    /// <returns>The run and where it is stored.</returns>
    /// <exception cref="IOException">The results cannot be stored; nothing was measured then.</exception>
    public (StoredSeriesRun Run, string Path) Run(IReadOnlyList<StateEntry> states, DateTimeOffset started)
    {
        var rounds = new LaunchRounds(suite.Rounds, choice == StateChoice.All ? TimeSpan.MaxValue : suite.Budget, TimeProvider.System, progress);
        var (folder, source, seed, card, check) = SuiteStart.Of(repository, suite.Name, states, progress);
        failures.AddRange(check.Failures);
        SeriesLook[] looks = [.. suite.Looks.Where(look => look.AbsentBecause is null)];
        progress.Say("Pilot: finding out how much memory a key takes, and how much work fills an iteration of each state in each scenario.");
        foreach (var entry in check.Passed.Where(entry => !entry.IsLimit))
        {
            interruption.Pass();
            memory[entry.Name] = Retain(entry);
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
            States = [.. states.Select(entry => new StoredSeriesState(StoredForms.Of(entry, check.OperationsOf(entry)), MemoryOf(entry).BytesPerKey))],
            Axes = suite.Axes,
            Absences = suite.Axes is null ? null : absences,
            Capabilities = [.. SuiteCatalogue.Default.Entries.Where(entry => !entry.IsLimit).Select(CapabilitiesOf)],
            Creations = suite.CountCreations?.Invoke(progress, interruption),
            Series = [],
            Failures = [.. failures.Select(failure => failure.Tidied())],
        };
        var path = folder.PathOf(run.Started);
        store = new(stored => interruption.Store(() => SeriesFile.Save(stored, path)), progress);
        store.Put(run);
        interruption.Follow(path);
        run = MeasureAll(run, plans, rounds);
        run = run with { Cards = run.Cards with { After = SuiteStart.ReadCard() } };
        store.Put(run);
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

    private StoredSeriesRun MeasureAll(StoredSeriesRun run, IReadOnlyList<PlannedSeries> plans, LaunchRounds rounds)
    {
        var random = new Random(run.OrderSeed);
        IGrouping<(StateEntry Entry, SeriesLook Look), PlannedSeries>[] launches = [.. plans.GroupBy(plan => (plan.Entry, plan.Look))];
        foreach (var (round, launch) in rounds.Take(launches, random, interruption.Pass, launch => HasFailed(launch.Key.Entry), launch => $"{launch.Key.Entry.Name}, {launch.Key.Look.Title}"))
        {
            PlannedSeries[] shuffled = [.. launch];
            random.Shuffle(shuffled);

            // The thread that ends the pauses goes on beside whatever comes after.
            shuffled = [.. shuffled.OrderBy(plan => plan.Pauses)];
            run = run with { Series = [.. run.Series, .. Launch(launch.Key.Entry, launch.Key.Look, shuffled, round)], Failures = [.. failures.Select(failure => failure.Tidied())] };
            store!.Put(run);
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
        return [.. plans.Where(plan => !HasFailed(plan.Entry))];
    }

    private bool HasFailed(StateEntry entry) => failures.Any(failure => failure.State == entry.Name);

    private KeyMemory MemoryOf(StateEntry entry) => memory.GetValueOrDefault(entry.Name) ?? KeyMemory.NotKnown("nobody looked");

    private bool IsMeasured(StateEntry entry, Scenario scenario)
    {
        if (suite.WhyAbsent(entry, scenario, MemoryOf(entry)) is not { } because)
        {
            return true;
        }

        absences.Add(new StoredAbsence(entry.Name, scenario.Name, because));
        return false;
    }

    private KeyMemory Retain(StateEntry entry)
    {
        try
        {
            using var launch = new SeriesLaunch(entry, suite.Looks[0]);
            return new(launch.RetainedBytes(), NotKnownBecause: null);
        }
        catch (WorkerException failure)
        {
            progress.Say($"How much memory {entry.Name} keeps for a key is not known: {failure.Message}");
            return KeyMemory.NotKnown(failure.Message);
        }
    }

    private void Fail(StateEntry entry, SeriesLook look, WorkerException failure)
    {
        progress.Say($"{entry.Name} FAILED on {look.Title}: {failure.Message}");
        failures.Add(new StoredFailure(entry.Name, look.Look, failure.Message));
    }
}
