using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Environments.Cards;
using KeyedState.Benchmarks.Exports;
using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>Runs a suite from the checks to the files.</summary>
/// <param name="repository">The root of the repository.</param>
/// <param name="progress">Who is told how far it is.</param>
/// <param name="interruption">Who may break it off.</param>
internal sealed class SuiteRunner(string repository, ProgressWriter progress, Interruption interruption)
{
    /// <summary>Runs the states of a suite.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="started">When the run started.</param>
    /// <returns>The run, and what of it could not be stored.</returns>
    /// <exception cref="FormatException">BenchmarkDotNet can't build where the program lies; nothing was measured then.</exception>
    /// <exception cref="IOException">The results cannot be stored; nothing was measured then.</exception>
    public SuiteOutcome Run(Suite suite, DateTimeOffset started)
    {
        LaunchProject.RequireBuildable(AppContext.BaseDirectory);
        var clock = Stopwatch.GetTimestamp();
        var machine = MachineProbe.Read();
        var results = new ResultsFolder(Path.Combine(repository, "results"));
        results.Probe(machine.Folder, suite.Name);
        var (source, noCommitBecause) = SourceProbe.Read(RepositoryRoot.FindSources(), SuiteCatalogue.Default.Entries);
        if (noCommitBecause is not null)
        {
            progress.Say($"The run is stored without a commit: {noCommitBecause}.");
        }

        var card = MachineCard.Read(SystemFiles.OfThisMachine);
        var seed = Random.Shared.Next();
        progress.Say($"Suite {suite.Name}: first every state is checked, then all are measured in random order (seed {seed}).");
        SayWhatIsAmiss(suite, card);
        var states = suite.Choose(SuiteCatalogue.Default);
        var check = StateCheck.Of(states, progress, entry => StateCheck.InOwnProcess(entry));
        progress.Say("Pilot: finding out how much work fills an iteration of each state, and how many launches there is time for.");
        var plan = SuitePlan.Of(suite, check.Passed, clock, seed, progress);
        var scenario = StoredForms.Of(Scenario.GoByExample, plan.FewestOperationsPerWorker);
        var run = results.WithFreeName(new StoredRun
        {
            Schema = StoredRun.CurrentSchema,
            Suite = suite.Name,
            Started = started,
            Quotable = suite.Quotable,
            OrderSeed = seed,
            PlannedLaunches = plan.Launches.Count(launch => !launch.IsSpare),
            PlannedSeconds = plan.Seconds,
            BudgetSeconds = plan.Budget.TotalSeconds,
            Machine = machine,
            Cards = new(card, After: null),
            Source = source,
            Scenario = scenario,
            HarnessScaling = plan.Harness,
            Metrics = StoredMetric.AllOf(scenario),
            Looks = [.. suite.Looks.Select(look => StoredForms.Of(plan.Looks.FirstOrDefault(taken => taken.Look == look.Look) ?? look))],
            States = [.. states.Select(entry => StoredForms.Of(entry, check.OperationsOf(entry)))],
            Launches = [],
            Failures = [.. check.Failures.Concat(plan.Failures).Select(failure => failure.Tidied())],
        });
        var path = results.NewRunPath(run);
        interruption.Store(() => RunFile.Save(run, path));
        progress.Say(string.Create(CultureInfo.InvariantCulture, $"{run.PlannedLaunches} launches, {TimeSpan.FromSeconds(plan.Seconds).TotalMinutes:0.0} minutes in all, by the pilot's estimate."));
        return Measure(suite, run, plan.Launches, path, results, clock);
    }

    private void SayWhatIsAmiss(Suite suite, StoredCard card)
    {
        foreach (var look in suite.Looks.Where(look => look.AbsentBecause is not null))
        {
            progress.Say($"Nothing is measured on {look.Look}: {look.AbsentBecause}.");
        }

        if (CoreQuota.Notice(card.QuotaCores) is { } notice)
        {
            progress.Say(notice);
        }
    }

    private SuiteOutcome Measure(Suite suite, StoredRun run, IReadOnlyList<PlannedLaunch> launches, string path, ResultsFolder results, long clock)
    {
        var artifacts = Path.Combine(repository, "BenchmarkDotNet.Artifacts", suite.Name);
        using var notes = TemporaryFolder.Create("notes");
        interruption.Follow(path, notes);
        try
        {
            var cases = new Dictionary<BenchmarkCase, PlannedLaunch>();
            RunRecorder recorder = null!;
            recorder = new RunRecorder(
                run, stored => interruption.Store(() => RunFile.Save(stored, path)), cases, notes.Path, progress, () => (Stopwatch.GetElapsedTime(clock) - recorder.BuildOverrun).TotalSeconds > run.BudgetSeconds, new CoreWatch(BusyCorePace.Measure, TimeProvider.System, Thread.Sleep).IsSlow, interruption);
            var config = ImmutableConfigBuilder.Create(SuiteConfig.ForLaunches(recorder, artifacts));
            foreach (var (benchmark, launch) in LaunchCases.Make(launches, config, notes.Path, LaunchToolchain.Of(recorder.Makes)))
            {
                cases.Add(benchmark, launch);
            }

            progress.Expect(run.PlannedLaunches);
            progress.Say("BenchmarkDotNet builds the benchmarks; this takes a few seconds.");
            var summary = BenchmarkRunner.Run(new BenchmarkRunInfo([.. cases.Keys], suite.Looks[0].Benchmarks, config));
            progress.EndLine();
            progress.Say($"BenchmarkDotNet's full log: {Path.GetRelativePath(Environment.CurrentDirectory, summary.LogFilePath)}");
            interruption.Pass();
            recorder.End(MachineCard.Read(SystemFiles.OfThisMachine));
            return new SuiteOutcome(recorder.Run, recorder.NotStoredBecause, WriteTables(suite, recorder, results));
        }
        finally
        {
            Interruption.Remove(notes.Path);
        }
    }

    /// <returns>Why the tables are not there; null when they are.</returns>
    private static string? WriteTables(Suite suite, RunRecorder recorder, ResultsFolder results)
    {
        if (recorder.Measured.Count == 0)
        {
            // Nothing has come about that could take the place of the last run's.
            return null;
        }

        var folder = results.BenchmarkDotNetFolder(Place.Of(recorder.Run), suite.Name);
        var beside = folder + ".tmp";
        try
        {
            Interruption.Remove(beside);
            BenchmarkDotNetTables.Write(suite, recorder.Measured, beside);

            // As a whole: those that are there may have a look that this run has not.
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.Move(beside, folder);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Half a table takes room that the pages need.
            Interruption.Remove(beside);
            return $"BenchmarkDotNet's tables cannot be written ({error.Message}): see that the disk has room.";
        }
    }
}
