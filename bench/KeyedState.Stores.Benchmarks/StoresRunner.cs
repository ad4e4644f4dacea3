using System.Globalization;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Suites;
using KeyedState.Results;

namespace KeyedState.Stores.Benchmarks;

/// <summary>Runs the stores suite from the checks to the file.</summary>
/// <param name="repository">The root of the repository.</param>
/// <param name="protocol">How states are measured.</param>
/// <param name="progress">Who is told how far it is.</param>
/// <param name="interruption">Who may break it off.</param>
internal sealed class StoresRunner(string repository, StoresProtocol protocol, ProgressWriter progress, Interruption interruption)
{
    private const string Client = "StackExchange.Redis";

    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(14.5);

    // Nobody knows how such a server is set.
    private static readonly StoredPromise OutsidePromise = new(
        false, false, false, "any process that reaches its port", "the server has the value in its memory", "a server that was there before, with settings of its own: nothing is claimed");

    // Two checks at a time would meet in the one database of an outside server.
    private readonly Lock outside = new();

    private readonly List<StoredFailure> failures = [];

    private RunStore<StoredStoresRun>? store;

    /// <summary>Why the run as it stands is not on disk, in one line; null when it is.</summary>
    public string? NotStoredBecause => store?.NotStoredBecause;

    /// <summary>Measures states.</summary>
    /// <param name="chosen">The states, with those and the limits that figures are held against; who is missing on this machine is left out.</param>
    /// <param name="isQuotable">Whether these are all.</param>
    /// <param name="started">When the run started.</param>
    /// <returns>The run and where it is stored.</returns>
    /// <exception cref="IOException">The results cannot be stored; nothing was measured then.</exception>
    public (StoredStoresRun Run, string Path) Run(IReadOnlyList<StateEntry> chosen, bool isQuotable, DateTimeOffset started)
    {
        var rounds = new LaunchRounds(protocol.Rounds, Budget, TimeProvider.System, progress);
        var absent = Absent(chosen, progress);
        StateEntry[] states = [.. chosen.Where(entry => !absent.ContainsKey(entry.Name))];
        var (folder, source, seed, card, check) = SuiteStart.Of(repository, StoresFile.Suite, states, progress, Check);
        failures.AddRange(check.Failures);
        var run = new StoredStoresRun
        {
            Schema = StoredStoresRun.CurrentSchema,
            Started = folder.FreeStart(started),
            OrderSeed = seed,
            Quotable = isQuotable,
            PlannedRounds = protocol.Rounds,
            Machine = MachineProbe.Read(),
            Cards = new(card, After: null),
            Source = source with { Packages = WithClient(source.Packages) },
            FileSystem = FileSystem(),
            Placement = new StoredPlacement(Cores.All, StoresProtocol.Placement.RuntimeSettings, StoredLifetime.Launch),
            Protocol = protocol.Stored,
            Scenarios = [.. StoreScenarios.All.Select(scenario => StoredForms.Of(scenario, operationsPerWorker: 1_000))],
            Stores = [.. states.Select(entry => StoreOf(entry, check.OperationsOf(entry)))],
            Absent = absent,
            Launches = [],
            Failures = Tidied(),
        };
        var path = folder.PathOf(run.Started);
        store = new(stored => interruption.Store(() => StoresFile.Save(stored, path)), progress);
        store.Put(run);
        interruption.Follow(path);
        run = MeasureAll(run, [.. check.Passed], rounds);
        run = run with { Cards = run.Cards with { After = SuiteStart.ReadCard() } };
        store.Put(run);
        return (run, path);
    }

    /// <summary>The states that this machine does not have, with the reason.</summary>
    /// <param name="chosen">The states.</param>
    /// <param name="progress">Told of each.</param>
    public static SortedDictionary<string, string> Absent(IEnumerable<StateEntry> chosen, ProgressWriter progress)
    {
        var absent = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in chosen)
        {
            if (StoreAbsence.Of(entry.Type) is { } because)
            {
                absent[entry.Name] = because;
                progress.Say($"{entry.Name} is left out: {because}");
            }
        }

        return absent;
    }

    /// <summary>What a state declares, and promises beyond the process.</summary>
    /// <param name="entry">The state.</param>
    /// <param name="checkedOperations">How many of its operations were checked.</param>
    public static StoredStore StoreOf(StateEntry entry, long checkedOperations)
    {
        var declared = StoredForms.Of(entry, checkedOperations);
        return OutsideServer.IsUsedBy(entry.Type)
            ? new(declared with { Title = $"{declared.Title} (outside server)" }, OutsidePostgres.Uses(entry.Type) ? OutsidePromise with { Acknowledged = "the server has committed the transaction" } : OutsidePromise)
            : new(declared, PromiseOf(entry));
    }

    private static StoredPromise? PromiseOf(StateEntry entry) =>
        Attribute.GetCustomAttribute(entry.Type, typeof(BeyondProcessAttribute)) is BeyondProcessAttribute promise
            ? new(
                promise.SurvivesProcess, promise.SurvivesSystem, promise.SurvivesPowerCut, promise.ReachableBy, promise.Acknowledged, promise.Settings, promise.HasKeysInside,
                promise.Limit is { } limit ? StateEntry.Of(limit).Name : null)
            : null;

    /// <summary>Versions of packages with that of the client that all servers are reached by.</summary>
    /// <param name="packages">The versions of the others.</param>
    public static SortedDictionary<string, string> WithClient(IReadOnlyDictionary<string, string> packages) =>
        new(packages.ToDictionary(), StringComparer.Ordinal) { [Client] = PackageVersions.Of(Client) };

    /// <summary>The file system of the folders that engines have.</summary>
    public static string FileSystem() => new DriveInfo(Path.GetTempPath()).DriveFormat;

    private (long Operations, string? Failure) Check(StateEntry entry)
    {
        if (!OutsideServer.IsUsedBy(entry.Type))
        {
            return CheckNow(entry);
        }

        lock (outside)
        {
            return CheckNow(entry);
        }
    }

    private (long Operations, string? Failure) CheckNow(StateEntry entry)
    {
        interruption.Pass();
        try
        {
            var verdict = StoreProcess.Run<StoreVerdict>(new Dictionary<string, string>(), StoreProcess.Verify, entry.Name, Number(Random.Shared.Next()));
            progress.Say(string.Create(CultureInfo.InvariantCulture, $"{entry.Name}: {verdict.Operations:#,0} operations checked."));
            return (verdict.Operations, verdict.Explanation);
        }
        catch (StoreProcessException failure)
        {
            return (0, failure.Message);
        }
    }

    private StoredStoresRun MeasureAll(StoredStoresRun run, StateEntry[] entries, LaunchRounds rounds)
    {
        var random = new Random(run.OrderSeed);
        foreach (var (round, entry) in rounds.Take(entries, random, interruption.Pass, entry => failures.Any(failure => failure.State == entry.Name), entry => entry.Name))
        {
            run = run with { Launches = [.. run.Launches, .. Launch(entry, round, random)], Failures = Tidied() };
            store!.Put(run);
        }

        return run;
    }

    private StoredStoreLaunch[] Launch(StateEntry entry, int round, Random random)
    {
        try
        {
            return [StoreProcess.Run<StoredStoreLaunch>(StoresProtocol.Placement.RuntimeSettings, StoreProcess.Measure, entry.Name, Number(random.Next())) with { Round = round }];
        }
        catch (StoreProcessException failure)
        {
            progress.Say($"{entry.Name} FAILED: {failure.Message}");
            failures.Add(new StoredFailure(entry.Name, Look.AllCores, failure.Message));
            return [];
        }
    }

    private StoredFailure[] Tidied() => [.. failures.Select(failure => failure.Tidied())];

    private static string Number(int seed) => seed.ToString(CultureInfo.InvariantCulture);
}
