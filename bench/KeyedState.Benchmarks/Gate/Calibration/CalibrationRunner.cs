using System.Diagnostics;
using KeyedState.Benchmarks.Environments;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Gate;

/// <summary>
/// Makes the experiments of a calibration, a launch of each in turn, so that it can be stopped at any moment and goes on
/// where it was.
/// </summary>
/// <param name="say">Told how far it is, a line at a time.</param>
/// <param name="cancellation">Ends it between two slices.</param>
internal sealed class CalibrationRunner(Action<string> say, CancellationToken cancellation)
{
    /// <summary>Runs until everything is done or the time is up.</summary>
    /// <param name="repository">The top of the sources.</param>
    /// <param name="project">The program's project, relative to that.</param>
    /// <param name="folder">Where the launches are kept.</param>
    /// <param name="looks">The looks.</param>
    /// <param name="time">How long at most.</param>
    /// <returns>The commit that was calibrated.</returns>
    public string Run(string repository, string project, string folder, IReadOnlyList<LookSetup> looks, TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var temporary = Directory.CreateTempSubdirectory("keyed-state-calibration-").FullName;
        try
        {
            var commit = Pinned(repository, folder);
            var builds = Build(repository, project, commit, temporary);
            Measure(builds, folder, looks, () => clock.Elapsed < time);
            return commit;
        }
        finally
        {
            GateRunner.Remove(temporary);
        }
    }

    /// <summary>The commit of the launches that are there already; the current one when there are none.</summary>
    private static string Pinned(string repository, string folder)
    {
        var file = Path.Combine(folder, "commit");
        if (File.Exists(file))
        {
            return File.ReadAllText(file).Trim();
        }

        var commit = Git.Ask(repository, "rev-parse", "HEAD") ?? throw new FormatException("A calibration needs a commit to check out: run it in a git repository.");
        WholeFile.Write(file, commit + "\n");
        return commit;
    }

    private Dictionary<string, PublishedBuild> Build(string repository, string project, string commit, string temporary)
    {
        var builds = new Dictionary<string, PublishedBuild>();
        foreach (var change in UnrelatedChange.All.Select(change => (UnrelatedChange?)change).Prepend(null))
        {
            var name = change?.Name ?? "";
            say($"Building {(change is null ? "the base" : name)}.");
            var apart = Path.Combine(temporary, $"tree-{name}");
            using var tree = SourceTree.Open(commit, repository, apart, cancellation);
            change?.Apply(apart);
            builds[name] = tree.Publish(project, Path.Combine(temporary, $"build-{name}"), cancellation);
        }

        return builds;
    }

    private void Measure(Dictionary<string, PublishedBuild> builds, string folder, IReadOnlyList<LookSetup> looks, Func<bool> hasTime)
    {
        var random = new Random();
        var rest = Experiments.For(looks).Select(experiment => new Progress(experiment, PathOf(folder, experiment.Name))).ToList();
        while (rest.RemoveAll(progress => progress.IsDone) >= 0 && rest.Count > 0 && hasTime())
        {
            // A look after the other; within it the one that is least far, so that all are equally far whenever it is stopped.
            var next = rest.Where(progress => progress.Experiment.Look == rest[0].Experiment.Look).MinBy(progress => progress.Share)!;
            next.Launch(builds[""], builds[next.Experiment.Head ?? ""], random, cancellation);
            if (next.Launches % 20 == 0)
            {
                say($"{next.Experiment.Name}: {next.Launches} of {next.Experiment.Launches} pairs of launches.");
            }
        }
    }

    /// <summary>Where the launches of an experiment are kept.</summary>
    public static string PathOf(string folder, string experiment) => Path.Combine(folder, experiment + ".jsonl");

    /// <summary>How far an experiment is.</summary>
    private sealed class Progress
    {
        private readonly string path;
        private readonly Dictionary<string, double> costs;
        private IReadOnlyList<Subject>? subjects;

        public Progress(Experiment experiment, string path)
        {
            Experiment = experiment;
            this.path = path;
            var lines = CalibrationFile.Load(path);
            Launches = lines.Count == 0 ? 0 : lines.Max(line => line.Launch) + 1;
            subjects = lines.Count == 0 ? null : [.. lines.Select(line => line.Subject).Distinct()];
            costs = [];
        }

        public Experiment Experiment { get; }

        public int Launches { get; private set; }

        public double Share => (double)Launches / Experiment.Launches;

        public bool IsDone => Launches >= Experiment.Launches;

        public void Launch(PublishedBuild @base, PublishedBuild head, Random random, CancellationToken cancellation)
        {
            var campaign = new Campaign(
                @base.Worker("base", Experiment.Look.Settings), head.Worker("head", Experiment.Look.Settings), Experiment.Look.Bind, Experiment.Look.Bound, cancellation);
            subjects ??= Choose(@base, campaign, random);
            var lines = campaign.Run(subjects, 1, random).Select(paired => CalibrationLine.Of(Launches, paired)).ToArray();
            CalibrationFile.Append(path, lines);
            Launches++;
        }

        private IReadOnlyList<Subject> Choose(PublishedBuild @base, Campaign campaign, Random random)
        {
            HelloAnswer hello;
            using (Experiment.Look.Bind())
            using (var pair = LaunchPair.Start(@base.Worker("base", Experiment.Look.Settings), @base.Worker("base", Experiment.Look.Settings), random))
            {
                hello = pair.Base;
            }

            const int Launches = 5;
            var known = Experiments.Planted.Select(state => new Subject(state, Plant.Delay)).ToArray();
            foreach (var state in campaign.Run(known, Launches, random).GroupBy(paired => paired.Subject.State))
            {
                costs[state.Key] = Math.Exp(MedianEstimator.Estimate([.. state.Select(paired => paired.LogBase)])!.Center);
            }

            return Experiment.Subjects(hello, costs);
        }
    }
}
