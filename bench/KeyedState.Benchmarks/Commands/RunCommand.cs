using System.CommandLine;
using System.Globalization;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Pages;
using KeyedState.Benchmarks.Suites;
using KeyedState.Benchmarks.Suites.Compound;
using KeyedState.Benchmarks.Suites.Latency;
using KeyedState.Benchmarks.Suites.Matrix;
using KeyedState.Benchmarks.Suites.Series;
using KeyedState.Benchmarks.Suites.Stores;
using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Commands;

/// <summary><c>run</c>: measures a suite and writes its report.</summary>
internal static class RunCommand
{
    private const double LongestRun = 10_000;

    private static readonly SeriesSuite[] OfSeries = [CompoundSuite.Suite, MatrixSuite.Suite];
    private static readonly string[] Designs = [.. SuiteCatalogue.Default.Entries.Where(entry => !entry.IsLimit).Select(entry => entry.Name)];

    public static Command Create()
    {
        var suite = new Option<string>("--suite")
        {
            Description = "headline: the states that most people choose between, on one core and on all cores; ten minutes, thirteen on a slow machine. full: the same for every state; about 25 minutes. alternating: the states that depend on how closely reads and writes alternate, with a yield after every operation. compound: operations that take more than one step; ten minutes. latency: how long callers wait, and who starves; ten minutes. matrix: other shares of writes, numbers of keys and callers, and more, to find where another design becomes the better one; at most twenty minutes. stores: engines in other processes or on the disk, and what leaving the process costs; its program and its packages are built on first use; at most fifteen minutes. smoke: every state once, for CI, in about four minutes; do not quote its figures.",
            DefaultValueFactory = _ => Suite.Headline.Name,
        };
        suite.AcceptOnlyFromAmong([.. Suite.All.Select(known => known.Name), .. OfSeries.Select(known => known.Name), LatencyRun.Name, StoresFile.Suite]);
        var run = NumberOption.Create(
            "--run-length", "How many microseconds a worker goes on before it yields its thread to another; 0 means after every operation. Default: 20, or 0 for the alternating suite.", 0, LongestRun, 0.0);

        // Each suite has its own, so help must show none.
        run.DefaultValueFactory = null;
        var states = StatesOption.Create(
            "For the suites compound, latency, matrix and stores: the states to measure, separated by commas. Without it: those that most people choose between.");
        var all = new Option<bool>("--all") { Description = "For the suites compound, latency and matrix: measure every state, which takes an hour and more." };
        var (kills, redis, postgres, silos) = (KillsOption.Create(), RedisOption.Create(), PostgresOption.Create(), SilosOption.Create());
        var command = new Command("run", "Measures a suite and writes its report: results/<machine>/<suite>/near/report.md or far/report.md, depending on how far apart the cores were.") { suite, run, states, all, kills, redis, postgres, silos };
        command.SetAction(call =>
        {
            var name = call.GetRequiredValue(suite);
            if (name == StoresFile.Suite)
            {
                return RunStores(call, states, kills, redis, postgres, silos, all, run);
            }

            if (new Option[] { kills, redis, postgres, silos }.FirstOrDefault(option => call.GetResult(option) is { Implicit: false }) is { } ofStores)
            {
                throw new FormatException($"{ofStores.Name} is only for the {StoresFile.Suite} suite: leave it out.");
            }

            if (StatesOption.Problem(call.GetValue(states) ?? [], Designs) is { } problem)
            {
                throw new FormatException(problem);
            }

            return Suite.All.FirstOrDefault(known => known.Name == name) is { } known
                ? Run(WithRun(known, call.GetResult(run) is null ? null : call.GetValue(run)), call.InvocationConfiguration)
                : RunChosen(name, call, states, all, run);
        });
        return command;
    }

    private static int RunChosen(string suite, ParseResult call, Option<string[]> states, Option<bool> all, Option<double> run)
    {
        if (call.GetResult(run) is not null)
        {
            throw new FormatException($"--run-length is not for the {suite} suite: leave it out.");
        }

        var (named, every) = (call.GetValue(states) ?? [], call.GetValue(all));
        if (named.Length > 0 && every)
        {
            throw new FormatException("--states and --all say two things: leave one out.");
        }

        var choice = every ? StateChoice.All : named.Length > 0 ? StateChoice.Named : StateChoice.Usual;
        var console = call.InvocationConfiguration;
        var progress = new ProgressWriter(console.Output, ConsoleWidth(), TimeProvider.System);
        var catalogue = SuiteCatalogue.Default;
        return suite switch
        {
            LatencyRun.Name => LatencyRun.Run(LatencyStates.Choose(catalogue, named, every), choice, progress, console),
            MatrixSuite.Name => SeriesRun.Run(MatrixSuite.Suite, MatrixStates.Choose(catalogue, named, every), choice, progress, console),
            _ => SeriesRun.Run(CompoundSuite.Suite, CompoundStates.Choose(catalogue, named, every), choice, progress, console),
        };
    }

    // Its program knows its states, and says which there are.
    private static int RunStores(ParseResult call, Option<string[]> states, Option<int> kills, Option<string?> redis, Option<string?> postgres, Option<bool> silos, params IReadOnlyList<Option> refused)
    {
        if (refused.FirstOrDefault(option => call.GetResult(option) is { Implicit: false }) is { } option)
        {
            throw new FormatException($"{option.Name} is not for the {StoresFile.Suite} suite: leave it out.");
        }

        if (call.GetValue(silos))
        {
            return new Option[] { states, kills, redis, postgres }.FirstOrDefault(option => call.GetResult(option) is { Implicit: false }) is { } other
                ? throw new FormatException($"{silos.Name} does not go with {other.Name}: leave one out.")
                : StoresProgram.Run([SilosOption.Name], call.InvocationConfiguration.Error);
        }

        var named = call.GetValue(states) ?? [];
        return StoresProgram.Run(
            [
                .. named.Length == 0 ? Array.Empty<string>() : [StatesOption.Name, string.Join(',', named)],
                .. call.GetResult(kills) is null ? Array.Empty<string>() : [KillsOption.Name, call.GetValue(kills).ToString(CultureInfo.InvariantCulture)],
                .. call.GetValue(redis) is { } server ? [RedisOption.Name, server] : Array.Empty<string>(),
                .. call.GetValue(postgres) is { } connection ? [PostgresOption.Name, connection] : Array.Empty<string>(),
            ],
            call.InvocationConfiguration.Error);
    }

    private static Suite WithRun(Suite suite, double? microseconds) =>
        microseconds is { } given ? suite.WithRun(TimeSpan.FromMicroseconds(given)) : suite;

    private static int Run(Suite suite, InvocationConfiguration console)
    {
        var repository = RepositoryRoot.Find();
        var results = new ResultsFolder(Path.Combine(repository, "results"));
        using var alone = ResultsLock.Take(results, $"run --suite {suite.Name}");
        using var interruption = new Interruption(console.Error);
        var progress = new ProgressWriter(console.Output, ConsoleWidth(), TimeProvider.System);
        var outcome = new SuiteRunner(repository, progress, interruption).Run(suite, TimeProvider.System.GetUtcNow());
        var run = outcome.Run;
        var tried = suite.Quotable ? 0 : CompoundTry.Run(CompoundStates.Choose(SuiteCatalogue.Default, [], all: false), progress) + LatencyTry.Run(SuiteCatalogue.Default, progress) + MatrixTry.Run(SuiteCatalogue.Default, progress);
        console.Output.WriteLine();
        console.Output.WriteLine(ConsoleTable.Render(RunAnalysis.Of(run)));

        // Without the run on disk the pages would be those of an earlier one.
        var noPages = outcome.NotStoredBecause is null ? WritePages(repository, results, run, console.Output) : null;
        string[] lost = [.. new[] { outcome.NotStoredBecause, outcome.NoTablesBecause, noPages }.OfType<string>()];
        foreach (var line in lost)
        {
            console.Error.WriteLine(PlainText.OneLine($"NOT STORED: {line}"));
        }

        return lost.Length == 0 && run.Failures.Count == 0 && run.Launches.Count > 0 && run.Launches.Count == run.PlannedLaunches && tried == 0 ? ExitCode.Fine : ExitCode.Failed;
    }

    // A terminal that says it is dumb knows no carriage return, and one that does not say how wide it is may be anything.
    private static Func<int>? ConsoleWidth() =>
        Console.IsOutputRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb" || Console.WindowWidth <= 0 ? null : () => Console.WindowWidth;

    /// <returns>Why there are no pages; null when there are.</returns>
    private static string? WritePages(string repository, ResultsFolder results, StoredRun run, TextWriter output)
    {
        try
        {
            var place = Place.Of(run);
            if (NewestRuns.Of(results, place.Machine, run.Suite).FirstOrDefault(other => Place.Of(other) == place) is { } newest && newest.Started > run.Started)
            {
                // The clock was set back between the two. Pages show the newest by its clock, and saying nothing would pass the older figures off as these.
                output.WriteLine(PlainText.OneLine(
                    $"{Path.GetFileName(results.NewRunPath(newest))} started later than this run, by its clock, so the pages still show that run. Delete it to see this one."));
            }

            // The page of all places shows headline runs only.
            string?[] pages = [ReportBuilder.Rebuild(results, place, run.Suite), .. run.Suite == Suite.Headline.Name ? PlacePages.Write(repository, results) : []];
            foreach (var page in pages.OfType<string>())
            {
                output.WriteLine(PlainText.OneLine(Path.GetRelativePath(Environment.CurrentDirectory, page)));
            }

            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or StoredRunException)
        {
            return error.Message;
        }
    }
}
