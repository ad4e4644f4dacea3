using System.Diagnostics;
using System.Globalization;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Environments.Cards;
using KeyedState.Benchmarks.Workers;
using KeyedState.Harness;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites.Compound;

/// <summary>Runs the compound suite from the checks to the file.</summary>
/// <param name="repository">The root of the repository.</param>
/// <param name="choice">Which states were asked for.</param>
/// <param name="progress">Who is told how far it is.</param>
/// <param name="interruption">Who may break it off.</param>
internal sealed class CompoundRunner(string repository, CompoundChoice choice, ProgressWriter progress, Interruption interruption)
{
    private static readonly TimeSpan CreationLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan UsualBudget = TimeSpan.FromMinutes(9.8);

    private readonly List<StoredFailure> failures = [];
    private readonly TimeSpan budget = choice == CompoundChoice.All ? TimeSpan.MaxValue : UsualBudget;

    /// <summary>Why the run as it stands is not on disk, in one line; null when it is.</summary>
    public string? NotStoredBecause { get; private set; }

    /// <summary>Measures states.</summary>
    /// <param name="states">The states, with the limits that figures are held against.</param>
    /// <param name="started">When the run started.</param>
    /// <returns>The run and where it is stored.</returns>
    /// <exception cref="IOException">The results cannot be stored; nothing was measured then.</exception>
    public (StoredCompoundRun Run, string Path) Run(IReadOnlyList<StateEntry> states, DateTimeOffset started)
    {
        var clock = Stopwatch.GetTimestamp();
        var folder = CompoundFolder.Of(new ResultsFolder(Path.Combine(repository, "results")), MachineProbe.Read());
        folder.Probe();
        var (source, noCommitBecause) = SourceProbe.Read(RepositoryRoot.FindSources(), states);
        if (noCommitBecause is not null)
        {
            progress.Say($"The run is stored without a commit: {noCommitBecause}.");
        }

        var seed = Random.Shared.Next();
        var card = MachineCard.Read(SystemFiles.OfThisMachine);
        progress.Say($"Suite compound: first every state is checked, then all are measured in random order (seed {seed}).");
        var check = StateCheck.Of(states, progress, entry => StateCheck.InOwnProcess(entry));
        failures.AddRange(check.Failures);
        CompoundLook[] looks = [.. CompoundLook.All.Where(look => look.AbsentBecause is null)];
        progress.Say("Pilot: finding out how much work fills an iteration of each state in each scenario, and how much memory a key takes.");
        var plans = PilotAll(looks, check.Passed);
        var run = folder.WithFreeName(new StoredCompoundRun
        {
            Schema = StoredCompoundRun.CurrentSchema,
            Started = started,
            OrderSeed = seed,
            Quotable = choice != CompoundChoice.Named,
            PlannedRounds = CompoundLook.Rounds,
            Machine = MachineProbe.Read(),
            Cards = new(card, After: null),
            Source = source,
            Looks = [.. CompoundLook.All.Select(look => look.Stored())],
            Scenarios = [.. CompoundScenarios.All.Select(scenario => StoredForms.Of(scenario, operationsPerWorker: 1_000))],
            States = [.. states.Select(entry => new StoredCompoundState(StoredForms.Of(entry, check.OperationsOf(entry)), Retained(entry, check)))],
            Capabilities = [.. SuiteCatalogue.Default.Entries.Where(entry => !entry.IsLimit).Select(CapabilitiesOf)],
            Creations = CountCreations(),
            Series = [],
            Failures = [.. failures.Select(failure => failure.Tidied())],
        });
        var path = folder.PathOf(run);
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

    private StoredCompoundRun MeasureAll(StoredCompoundRun run, IReadOnlyList<PlannedSeries> plans, string path, long clock)
    {
        var random = new Random(run.OrderSeed);
        IGrouping<(StateEntry Entry, CompoundLook Look), PlannedSeries>[] launches = [.. plans.GroupBy(plan => (plan.Entry, plan.Look))];
        for (var round = 0; round < CompoundLook.Rounds; round++)
        {
            random.Shuffle(launches);
            for (var i = 0; i < launches.Length; i++)
            {
                interruption.Pass();
                if (Stopwatch.GetElapsedTime(clock) > budget)
                {
                    progress.Say(string.Create(CultureInfo.InvariantCulture, $"The time is up: round {round + 1} of {CompoundLook.Rounds} is not complete, and some figures have no interval."));
                    return Store(run with { Cards = run.Cards with { After = MachineCard.Read(SystemFiles.OfThisMachine) } }, path);
                }

                var (entry, look) = launches[i].Key;
                if (failures.Any(failure => failure.State == entry.Name))
                {
                    continue;
                }

                progress.Say(string.Create(CultureInfo.InvariantCulture, $"[round {round + 1} of {CompoundLook.Rounds}, {i + 1} of {launches.Length}] {entry.Name}, {look.Look}"));
                PlannedSeries[] shuffled = [.. launches[i]];
                random.Shuffle(shuffled);

                // The thread that ends the pauses goes on beside whatever comes after.
                shuffled = [.. shuffled.OrderBy(plan => plan.Pauses)];
                run = Store(run with { Series = [.. run.Series, .. Launch(entry, look, shuffled, round)], Failures = [.. failures.Select(failure => failure.Tidied())] }, path);
            }
        }

        return Store(run with { Cards = run.Cards with { After = MachineCard.Read(SystemFiles.OfThisMachine) } }, path);
    }

    private StoredCompoundRun Store(StoredCompoundRun run, string path)
    {
        try
        {
            interruption.Store(() => CompoundFile.Save(run, path));
            NotStoredBecause = null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The disk may have room again by the next launch, and a run of ten minutes is not thrown away for it.
            NotStoredBecause ??= error.Message;
        }

        return run;
    }

    private List<StoredSeries> Launch(StateEntry entry, CompoundLook look, IEnumerable<PlannedSeries> plans, int round)
    {
        var measured = new List<StoredSeries>();
        try
        {
            using var launch = new CompoundLaunch(entry, look);
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

    private List<PlannedSeries> PilotAll(IReadOnlyList<CompoundLook> looks, IReadOnlyList<StateEntry> states)
    {
        var plans = new List<PlannedSeries>();
        foreach (var (look, entry) in from look in looks from entry in states select (look, entry))
        {
            interruption.Pass();
            try
            {
                using var launch = new CompoundLaunch(entry, look);
                plans.AddRange(look.Scenarios.Where(scenario => CompoundLaunch.Offers(entry, scenario)).Select(scenario => new PlannedSeries(entry, look, launch.Pilot(scenario))));
            }
            catch (WorkerException failure)
            {
                Fail(entry, look, failure);
            }
        }

        // What fails once is measured nowhere.
        return [.. plans.Where(plan => failures.All(failure => failure.State != plan.Entry.Name))];
    }

    private double? Retained(StateEntry entry, StateCheck check)
    {
        if (entry.IsLimit || !check.Passed.Contains(entry))
        {
            return null;
        }

        try
        {
            using var launch = new CompoundLaunch(entry, CompoundLook.AllCores);
            return launch.RetainedBytes();
        }
        catch (WorkerException failure)
        {
            progress.Say($"How much memory {entry.Name} keeps for a key is not known: {failure.Message}");
            return null;
        }
    }

    private List<StoredCreation> CountCreations()
    {
        progress.Say("Counting how often asynchronous code runs that makes a key's value.");
        var counted = new List<StoredCreation>();
        using var worker = OwnWorker.Start(CompoundLook.AllCores.Placement.RuntimeSettings);
        foreach (var (name, _) in KeyCreations.All)
        {
            interruption.Pass();
            try
            {
                var reply = worker.Ask<CreateReply>(new WorkerRequest(WorkerTask.Create, name, Iterations: CompoundLook.Rounds), CreationLimit);
                counted.Add(new(name, reply.RunsPerKey!, reply.KeepsFailure));
            }
            catch (WorkerException failure)
            {
                progress.Say($"How often code runs is not known for {name}: {failure.Message}");
            }
        }

        return counted;
    }

    private void Fail(StateEntry entry, CompoundLook look, WorkerException failure)
    {
        progress.Say($"{entry.Name} FAILED on {look.Look}: {failure.Message}");
        failures.Add(new StoredFailure(entry.Name, look.Look, failure.Message));
    }
}
