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
    private const string OtherwiseBase = "the commit where this branch left the main one";

    /// <summary>Runs a call in the current folder.</summary>
    /// <exception cref="FormatException">A build that was asked for does not exist.</exception>
    /// <exception cref="CannotCompareException">There is nothing to compare with, or it does not build.</exception>
    /// <exception cref="BuildFailedException">The head does not build.</exception>
    /// <exception cref="TimeoutException">The builds took all the time.</exception>
    /// <exception cref="WorkerException">A build can't be measured at all.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public GateRecord Run(GateCall call)
    {
        var started = TimeProvider.System.GetUtcNow();
        var time = new GateTime(TimeProvider.System, call.Time);
        var checkout = CheckoutOf(call.Project);
        using var temporary = TemporaryFolder.Create("gate");
        var before = Open(call.Base ?? BranchPoint.Of(Present(checkout)), checkout, Path.Combine(temporary.Path, "base"));
        var after = call.Head is { } named
            ? Open(named, checkout, Path.Combine(temporary.Path, "head"))
            : SourceTree.Open(Present(checkout).Folder, "the working tree");
        ParentSettings.Repeat(new[] { after, before }.FirstOrDefault(tree => !tree.IsApart)?.Top, temporary.Path);
        if (after.Has(call.Project) && !before.Has(call.Project))
        {
            throw new CannotCompareException(
                $"{call.Base ?? OtherwiseBase} has no project {call.Project}, so there is nothing to compare with: what can be judged are the changes after the one that brings it in.");
        }

        report("Building the base and the head.");
        var builds = Build(call.Project, before, after, temporary.Path, time);
        var head = builds[1];
        var @base = SharedHarness.Compose(builds[0], head, Path.Combine(temporary.Path, "base-states"));

        // What a delay comes to on all cores depends on what overlaps with it.
        IReadOnlyList<LookSetup> looks = call.Planted > 1 && call.Looks.FirstOrDefault(look => look.AbsentBecause is null) is { } finest ? [finest] : call.Looks;
        var blank = new GateRecord
        {
            Schema = GateRecord.CurrentSchema,
            Started = started,
            Seed = call.Seed ?? Random.Shared.Next(),
            Machine = MachineProbe.Read(),
            Base = Named(@base.Side, call.Base, OtherwiseBase),
            Head = Planted(Named(head.Side, call.Head, "the working tree"), call.Planted),
            Looks = GateLooks.Stored(looks),
        };
        var record = new GateRun(@base, head, looks, report, cancellation).Run(
            blank, new GateQuestion(call.States, TouchedStates.Of(before.Folder, after.Folder), time, call.Planted));
        return record with { Seconds = time.Elapsed.TotalSeconds };
    }

    private PublishedBuild[] Build(string project, SourceTree before, SourceTree after, string temporary, GateTime time)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(Math.Max(0, time.SecondsLeft)));
        var head = Task.Run(() => after.Publish(project, Path.Combine(temporary, "head-build"), limit.Token), CancellationToken.None);
        var @base = Task.Run(() => before.Publish(project, Path.Combine(temporary, "base-build"), limit.Token), CancellationToken.None);
        try
        {
            Task.WhenAll(head, @base).GetAwaiter().GetResult();
            return [@base.Result, head.Result];
        }
        catch (BuildFailedException failure) when (head.IsCompletedSuccessfully)
        {
            throw new CannotCompareException($"There is nothing to compare with, because the base does not build. {failure.Message}");
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

    private SourceTree Open(string name, Checkout checkout, string apart)
    {
        var tree = SourceTree.Open(name, checkout, apart, cancellation);
        if (tree.IsApart && Directory.Exists(name))
        {
            report($"{name} is a commit and a folder: the commit is taken. Name the folder ./{name} to mean that.");
        }

        return tree;
    }

    /// <summary>The repository of the sources that the call is about: the nearest folder, from the current one upwards, that has the project.</summary>
    private static Checkout CheckoutOf(string project)
    {
        var current = Environment.CurrentDirectory;
        for (var folder = new DirectoryInfo(current); folder is not null; folder = folder.Parent)
        {
            if (Path.Exists(Path.Combine(folder.FullName, project)))
            {
                return Checkout.Of(folder.FullName, project);
            }
        }

        // The project may be in the commits that are compared and not in this one.
        return Checkout.Of(Git.Ask(current, "rev-parse", "--show-toplevel") ?? current, ".");
    }

    private static Checkout Present(Checkout checkout) =>
        checkout.AbsentBecause is { } reason ? throw new FormatException($"{reason}. Without a repository, name the folders of both builds with --base and --head.") : checkout;
}
