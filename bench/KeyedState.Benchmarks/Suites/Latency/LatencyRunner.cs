using System.Globalization;
using KeyedState.Benchmarks.Environments;
using KeyedState.Harness;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites.Latency;

/// <summary>Runs the latency suite from the checks to the file.</summary>
/// <param name="repository">The root of the repository.</param>
/// <param name="choice">Which states were asked for.</param>
/// <param name="protocol">How they are measured.</param>
/// <param name="progress">Who is told how far it is.</param>
/// <param name="interruption">Who may break it off.</param>
internal sealed class LatencyRunner(string repository, StateChoice choice, LatencyProtocol protocol, ProgressWriter progress, Interruption interruption)
{
    private static readonly TimeSpan UsualBudget = TimeSpan.FromMinutes(9.8);

    // Each half as high again as the one before. Nobody trusts a rate that the loop reaches by chance beyond one that it doesn't.
    // The last, 112 million, is more than two cores can read the clock; its arrivals take a gigabyte, and so nothing higher is tried.
    private static readonly double[] ProbedRates = [.. Enumerable.Range(0, 24).Select(step => Math.Round(10_000 * Math.Pow(1.5, step)))];

    private readonly List<StoredFailure> failures = [];

    private RunStore<StoredLatencyRun>? store;

    /// <summary>Why the run as it stands is not on disk, in one line; null when it is.</summary>
    public string? NotStoredBecause => store?.NotStoredBecause;

    /// <summary>Measures states.</summary>
    /// <param name="states">The states, with the limits that figures are held against.</param>
    /// <param name="started">When the run started.</param>
    /// <returns>The run and where it is stored.</returns>
    /// <exception cref="IOException">The results cannot be stored; nothing was measured then.</exception>
    public (StoredLatencyRun Run, string Path) Run(IReadOnlyList<StateEntry> states, DateTimeOffset started)
    {
        var rounds = new LaunchRounds(protocol.Rounds, choice == StateChoice.All ? TimeSpan.MaxValue : UsualBudget, TimeProvider.System, progress);
        var (folder, source, seed, card, check) = SuiteStart.Of(repository, LatencyFile.Suite, states, progress);
        failures.AddRange(check.Failures);
        var limit = DriverLimit(states.First(entry => entry.Name == LatencyAnalysis.Floor), new Random(seed));
        using var go = GoLaunches.Build(RepositoryRoot.FindSources(), protocol, GoHost.Run, progress);
        var run = new StoredLatencyRun
        {
            Schema = StoredLatencyRun.CurrentSchema,
            Started = folder.FreeStart(started),
            OrderSeed = seed,
            Quotable = choice != StateChoice.Named,
            PlannedRounds = protocol.Rounds,
            Machine = MachineProbe.Read(),
            Cards = new(card, After: null),
            Source = source,
            Placement = new StoredPlacement(Cores.All, LatencyProtocol.Placement.RuntimeSettings, StoredLifetime.Iteration),
            Scenario = StoredForms.Of(Scenario.GoByExample, operationsPerWorker: 1_000),
            Protocol = protocol.Stored(limit),
            States = [.. states.Select(entry => StoredForms.Of(entry, check.OperationsOf(entry)))],
            Launches = [],
            Go = go.Stored,
            Failures = [.. failures.Select(failure => failure.Tidied())],
        };
        var path = folder.PathOf(run.Started);
        store = new(stored => interruption.Store(() => LatencyFile.Save(stored, path)), progress);
        store.Put(run);
        interruption.Follow(path);
        run = MeasureAll(run, check.Passed, go, rounds);
        run = run with { Cards = run.Cards with { After = SuiteStart.ReadCard() } };
        store.Put(run);
        return (run, path);
    }

    private StoredLatencyRun MeasureAll(StoredLatencyRun run, IEnumerable<StateEntry> entries, GoLaunches go, LaunchRounds rounds)
    {
        var random = new Random(run.OrderSeed);
        var loads = new LatencyLoads(protocol, run.Protocol.DriverLimit);
        LatencyTurn[] turns = [.. entries.Select(entry => new LatencyTurn(entry, null)), .. go.Variations.Select(variation => new LatencyTurn(null, variation))];
        foreach (var (round, turn) in rounds.Take(turns, random, interruption.Pass, turn => IsLeftOut(turn, go), turn => $"{turn}"))
        {
            if (turn is { State: { } entry })
            {
                run = run with { Launches = [.. run.Launches, .. Launch(entry, round, loads, random)], Failures = [.. failures.Select(failure => failure.Tidied())] };
            }
            else
            {
                go.Launch(turn.Go!, round);
                run = run with { Go = go.Stored };
            }

            store!.Put(run);
        }

        return run;
    }

    private bool IsLeftOut(LatencyTurn turn, GoLaunches go) => turn.State is { } entry ? failures.Any(failure => failure.State == entry.Name) : go.HasEnded;

    private StoredLatencyLaunch[] Launch(StateEntry entry, int round, LatencyLoads loads, Random random)
    {
        try
        {
            using var process = new LatencyProcess(entry, protocol, random);
            return [process.Measure(round, loads)];
        }
        catch (WorkerException failure)
        {
            progress.Say($"{entry.Name} FAILED: {failure.Message}");
            failures.Add(new StoredFailure(entry.Name, Look.AllCores, failure.Message));
            return [];
        }
    }

    // The lower of what two processes reach, since one that is lucky says nothing of the next.
    private double? DriverLimit(StateEntry floor, Random random)
    {
        var reached = new List<double>();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            interruption.Pass();
            try
            {
                using var process = new LatencyProcess(floor, protocol, random);
                reached.Add(process.Reached(ProbedRates) is [.., var highest] ? highest : 0);
            }
            catch (WorkerException failure)
            {
                progress.Say($"What rate the open loop can drive is not known: {failure.Message}");
            }
        }

        double? limit = reached.Count == 0 || reached.Min() == 0 ? null : reached.Min();
        progress.Say(limit is { } rate
            ? string.Create(CultureInfo.InvariantCulture, $"The open loop drives {rate:#,0} operations a second with a state that does nothing.")
            : "The open loop drives no rate that was tried, not even with a state that does nothing.");
        return limit;
    }
}
