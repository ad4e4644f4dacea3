using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Exports;
using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>Runs a suite from the checks to the files.</summary>
/// <param name="repository">The root of the repository.</param>
/// <param name="progress">Who is told how far it is.</param>
internal sealed class SuiteRunner(string repository, ProgressWriter progress)
{
    /// <summary>Runs every state of the catalogue.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="started">When the run started.</param>
    /// <returns>The stored run.</returns>
    public StoredRun Run(Suite suite, DateTimeOffset started)
    {
        var results = new ResultsFolder(Path.Combine(repository, "results"));
        var seed = Random.Shared.Next();
        progress.Say($"Suite {suite.Name}: checking every state before it is measured, then measuring them in random order (seed {seed}).");
        var check = StateCheck.Of(StateCatalogue.Default.Entries, progress, StateCheck.InOwnProcess);
        var looks = suite.Looks.Where(look => look.AbsentBecause is null).ToArray();
        var launches = LaunchOrder.Plan(check.Passed, looks, seed);
        var run = new StoredRun
        {
            Schema = StoredRun.CurrentSchema,
            Suite = suite.Name,
            Started = started,
            Quotable = suite.Quotable,
            OrderSeed = seed,
            PlannedLaunches = launches.Count,
            Machine = MachineProbe.Read(),
            Source = SourceProbe.Read(repository),
            Workload = StoredForms.Of(Workload.GoByExample),
            Looks = [.. suite.Looks.Select(StoredForms.Of)],
            States = [.. StateCatalogue.Default.Entries.Select(entry => StoredForms.Of(entry, check.OperationsOf(entry)))],
            Launches = [],
            Failures = check.Failures,
        };
        if (Directory.Exists(results.BenchmarkDotNetFolder(run)))
        {
            // They are of an earlier run, and would lie beside the report of this one if it is cut short.
            Directory.Delete(results.BenchmarkDotNetFolder(run), recursive: true);
        }

        var path = results.NewRunPath(run);
        RunFile.Save(run, path);
        return Measure(suite, run, launches, path, results);
    }

    private StoredRun Measure(Suite suite, StoredRun run, IReadOnlyList<PlannedLaunch> launches, string path, ResultsFolder results)
    {
        var artifacts = Path.Combine(repository, "BenchmarkDotNet.Artifacts", suite.Name);
        var notes = Directory.CreateTempSubdirectory("keyed-state-").FullName;
        try
        {
            var cases = new Dictionary<BenchmarkCase, PlannedLaunch>();
            var recorder = new RunRecorder(run, stored => RunFile.Save(stored, path), cases, notes, progress);
            var config = ImmutableConfigBuilder.Create(SuiteConfig.ForLaunches(recorder, artifacts));
            foreach (var (benchmark, launch) in LaunchCases.Make(launches, config, notes))
            {
                cases.Add(benchmark, launch);
            }

            progress.Expect(launches.Count);
            progress.Say("BenchmarkDotNet builds the launches; this takes some seconds.");
            var summary = BenchmarkRunner.Run(new BenchmarkRunInfo([.. cases.Keys], suite.Looks[0].Benchmarks, config));
            progress.EndLine();
            progress.Say($"BenchmarkDotNet's full log: {Path.GetRelativePath(Environment.CurrentDirectory, summary.LogFilePath)}");
            BenchmarkDotNetTables.Write(suite, Pairs(recorder, cases), results.BenchmarkDotNetFolder(run));
            return recorder.Run;
        }
        finally
        {
            Remove(notes);
        }
    }

    private static void Remove(string notes)
    {
        try
        {
            Directory.Delete(notes, recursive: true);
        }
        catch (IOException)
        {
            // A launch that was killed may still hold its note. The folder is the system's temporary one, and the run is stored.
        }
    }

    private static (PlannedLaunch Launch, BenchmarkReport Report)[] Pairs(
        RunRecorder recorder, Dictionary<BenchmarkCase, PlannedLaunch> cases) =>
        [.. recorder.Reports.Select(pair => (cases[pair.Key], pair.Value))];
}
