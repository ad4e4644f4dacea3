using System.Diagnostics;
using KeyedState.Benchmarks.Environments;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Gate;

/// <summary>
/// Makes the experiments of a calibration, a launch of each in turn, so that it can be stopped at any moment and goes on
/// where it was.
/// </summary>
/// <param name="report">Told how far it is, a line at a time.</param>
/// <param name="cancellation">Ends it between two slices.</param>
internal sealed class CalibrationRunner(Action<string> report, CancellationToken cancellation)
{
    /// <summary>Runs until everything is done or the time is up.</summary>
    /// <param name="repository">The top of the sources.</param>
    /// <param name="project">The program's project, relative to that.</param>
    /// <param name="folder">Where the launches are kept.</param>
    /// <param name="looks">The looks.</param>
    /// <param name="time">How long at most.</param>
    /// <returns>The commit that was calibrated, and its looks as a run of the gate has them on this machine.</returns>
    /// <exception cref="FormatException">
    /// There is no calibration to go on with, and the time is too short for the run of the gate that one begins with.
    /// </exception>
    public (string Commit, IReadOnlyList<LookSetup> Looks) Run(string repository, string project, string folder, IReadOnlyList<LookSetup> looks, TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        using var temporary = TemporaryFolder.Create("calibration");
        var checkout = Checkout.Of(repository, project);
        var (pinned, gate) = (Path.Combine(folder, "commit"), Path.Combine(folder, "gate.json"));
        if (!File.Exists(gate))
        {
            Begin(checkout, project, folder, looks, time, pinned, gate);
        }

        var commit = File.ReadAllText(pinned).Trim();
        var shipped = Shipped(looks, gate);
        if (time > TimeSpan.Zero)
        {
            var heads = Experiments.For(shipped).Select(experiment => experiment.Head).ToHashSet();
            var builds = Build(checkout, project, commit, temporary.Path, [.. UnrelatedChange.All.Where(change => heads.Contains(change.Name))]);

            // As the gate has it: the base's states under the harness of each head.
            var bases = builds.ToDictionary(
                build => build.Key, build => SharedHarness.Compose(builds[""], build.Value, Path.Combine(temporary.Path, $"base-of-{build.Key}")));
            Measure(builds, bases, folder, shipped, () => clock.Elapsed < time);
        }

        return (commit, shipped);
    }

    /// <summary>
    /// Runs the gate once, the current commit against itself, and keeps the commit and the gate's record: all launches are of that commit, and
    /// each comparison has as many and as long ones as that run had on this machine.
    /// </summary>
    private void Begin(Checkout checkout, string project, string folder, IReadOnlyList<LookSetup> looks, TimeSpan time, string pinned, string gate)
    {
        if (time == TimeSpan.Zero)
        {
            throw new FormatException($"{folder} holds no calibration to write a page of: begin one with a positive number of --hours.");
        }

        if (time < GateQuestion.UsualTime)
        {
            throw new FormatException($"A calibration begins with a run of the gate, which takes {GateQuestion.UsualTime.TotalMinutes:0} minutes: give it more with --hours.");
        }

        if (Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.jsonl").Any())
        {
            throw new FormatException($"{folder} holds launches of a calibration by other rules, which cannot go on: move its files away or delete them.");
        }

        var commit = checkout.Commit ?? throw new FormatException($"A calibration is of a commit: {checkout.AbsentBecause ?? "there is none yet"}.");
        var record = new GateRunner(report, cancellation).Run(new GateCall(commit, commit, project, [], looks, GateQuestion.UsualTime, 1, null, null, null));
        WholeFile.Write(pinned, commit + "\n");
        GateFile.Save(record, gate);
    }

    private static IReadOnlyList<LookSetup> Shipped(IReadOnlyList<LookSetup> looks, string gate)
    {
        var taken = GateFile.Load(gate).Looks.Where(look => look.FirstRound > 0).ToDictionary(look => look.Look);
        return
        [
            .. looks.Select(look => taken.TryGetValue(look.Rules.Look, out var counted)
                ? look with { Rules = look.Rules.As(counted) }
                : look with { AbsentBecause = look.AbsentBecause ?? "the gate had no time for it" }),
        ];
    }

    private Dictionary<string, PublishedBuild> Build(Checkout checkout, string project, string commit, string temporary, IReadOnlyList<UnrelatedChange> changes)
    {
        var builds = new Dictionary<string, PublishedBuild>();
        foreach (var change in changes.Select(change => (UnrelatedChange?)change).Prepend(null))
        {
            var name = change?.Name ?? "";
            report($"Building {(change is null ? "the base" : name)}.");
            var tree = SourceTree.Open(commit, checkout, Path.Combine(temporary, $"tree-{name}"), cancellation);
            change?.Apply(tree.Folder);
            builds[name] = tree.Publish(project, Path.Combine(temporary, $"build-{name}"), cancellation);
        }

        return builds;
    }

    private void Measure(
        Dictionary<string, PublishedBuild> builds, Dictionary<string, PublishedBuild> bases, string folder, IReadOnlyList<LookSetup> looks, Func<bool> hasTime)
    {
        var random = new Random();
        var running = Experiments.For(looks).Select(experiment => new RunningExperiment(
            experiment, PathOf(folder, experiment.Name), bases[experiment.Head ?? ""], builds[experiment.Head ?? ""], random, cancellation)).ToList();
        running.RemoveAll(experiment => experiment.IsDone);
        report(FormattableString.Invariant($"What is left takes about {Seconds(running) / 3600:0.0} hours. It can be stopped at any time and continues later."));
        while (running.RemoveAll(experiment => experiment.IsDone) >= 0 && running.Count > 0 && hasTime())
        {
            // A look after the other; within it the one that is least far, so that all are equally far whenever it is stopped.
            var next = running.Where(other => other.Experiment.Look == running[0].Experiment.Look).MinBy(other => other.Share)!;
            if (next.RunLaunch())
            {
                report($"{next.Experiment.Name}: {next.Comparisons} of {next.Experiment.Comparisons} comparisons.");
            }
        }
    }

    private static double Seconds(IReadOnlyList<RunningExperiment> running)
    {
        var paces = running.GroupBy(experiment => experiment.Experiment.Look).ToDictionary(look => look.Key, look => look.First().Rehearse());
        return running.Sum(experiment => experiment.SecondsLeft(paces[experiment.Experiment.Look].Pace, paces[experiment.Experiment.Look].Subjects));
    }

    /// <summary>Where the launches of an experiment are kept.</summary>
    public static string PathOf(string folder, string experiment) => Path.Combine(folder, experiment + ".jsonl");
}
