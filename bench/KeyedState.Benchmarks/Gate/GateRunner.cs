using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Sources;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Gate;

/// <summary>Builds both sides, compares them, and leaves nothing behind.</summary>
/// <param name="report">Told how far it is, a line at a time.</param>
/// <param name="cancellation">Ends it.</param>
internal sealed class GateRunner(Action<string> report, CancellationToken cancellation)
{
    // Where the main branch usually is, the remote's first: a local one may lag behind.
    private static readonly string[] MainBranches = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];

    /// <summary>Runs a call in the current folder.</summary>
    /// <exception cref="FormatException">A build that was asked for does not exist.</exception>
    /// <exception cref="BuildFailedException">One does not build.</exception>
    /// <exception cref="TimeoutException">The builds took all the time.</exception>
    /// <exception cref="WorkerException">A build can't be measured at all.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public GateRecord Run(GateCall call)
    {
        var started = TimeProvider.System.GetUtcNow();
        var time = new GateTime(TimeProvider.System, call.Time);
        var repository = Git.Ask(Environment.CurrentDirectory, "rev-parse", "--show-toplevel");
        var temporary = Directory.CreateTempSubdirectory("keyed-state-gate-").FullName;
        try
        {
            using var before = SourceTree.Open(call.Base ?? MergeBase(repository), repository, Path.Combine(temporary, "base"), cancellation);
            using var after = SourceTree.Open(call.Head ?? WorkingTree(repository), repository, Path.Combine(temporary, "head"), cancellation);
            report("Building the base and the head.");
            var builds = Build(call.Project, before, after, temporary, time);
            var head = builds[1];
            var @base = SharedHarness.Compose(builds[0], head, Path.Combine(temporary, "base-states"));

            // What a delay comes to on all cores depends on what overlaps with it.
            IReadOnlyList<LookSetup> looks = call.Planted > 1 ? [GateLooks.All.First(look => look.AbsentBecause is null)] : GateLooks.All;
            var blank = new GateRecord
            {
                Schema = GateRecord.CurrentSchema,
                Started = started,
                Seed = call.Seed ?? Random.Shared.Next(),
                Machine = MachineProbe.Read(),
                Base = Named(@base.Side, call.Base, "the commit where this branch left the main one"),
                Head = Planted(Named(head.Side, call.Head, "the working tree"), call.Planted),
                Looks = GateLooks.Stored(looks),
            };
            var record = new GateRun(@base, head, looks, report, cancellation).Run(
                blank, new GateQuestion(call.States, TouchedStates.Of(before.Folder, after.Folder), time, call.Planted));
            return record with { Seconds = time.Elapsed.TotalSeconds };
        }
        finally
        {
            Remove(temporary);
        }
    }

    private PublishedBuild[] Build(string project, SourceTree before, SourceTree after, string temporary, GateTime time)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(Math.Max(0, time.SecondsLeft)));
        try
        {
            return Task.WhenAll(
                Task.Run(() => before.Publish(project, Path.Combine(temporary, "base-build"), limit.Token), CancellationToken.None),
                Task.Run(() => after.Publish(project, Path.Combine(temporary, "head-build"), limit.Token), CancellationToken.None))
                .GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException(FormattableString.Invariant(
                $"Base and head could not be built within {time.Whole.TotalMinutes:0.#} minutes: give the gate more time with --minutes."));
        }
    }

    private static GateSide Named(GateSide side, string? asked, string otherwise) => side with { Name = asked ?? otherwise };

    private static GateSide Planted(GateSide side, double ratio) => ratio > 1
        ? side with { Name = FormattableString.Invariant($"{side.Name} with a planted delay of {(ratio - 1) * 100:0} %") }
        : side;

    private static string WorkingTree(string? repository) =>
        repository ?? throw new FormatException("This folder is in no git repository: name both builds with --base and --head.");

    private static string MergeBase(string? repository) => MainBranches
        .Select(branch => Git.Ask(WorkingTree(repository), "merge-base", "HEAD", branch))
        .FirstOrDefault(commit => commit is { Length: > 0 })
        ?? throw new FormatException("There is no main branch to compare with: name the base with --base.");

    /// <summary>Removes a temporary folder, as far as that can be done.</summary>
    public static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It is the system's temporary folder, and whatever holds a file there will let go of it.
        }
    }
}
