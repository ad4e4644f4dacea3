using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>The gate from the workers' first word to the verdicts.</summary>
/// <param name="base">What head is held against, with the head's harness.</param>
/// <param name="head">What is judged.</param>
/// <param name="looks">The looks to take.</param>
/// <param name="say">Told how far it is, a line at a time.</param>
/// <param name="cancellation">Ends it between two slices.</param>
public sealed class GateRun(
    PublishedBuild @base, PublishedBuild head, IReadOnlyList<LookSetup> looks, Action<string> say, CancellationToken cancellation)
{
    private static readonly TimeSpan HelloLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CheckLimit = TimeSpan.FromSeconds(120);
    private static readonly Dictionary<string, string> NoSettings = [];

    /// <summary>Runs.</summary>
    /// <param name="blank">The record with its head filled in.</param>
    /// <param name="wanted">The designs to compare; empty for all but those of the full suite only.</param>
    /// <returns>The record with everything that was found.</returns>
    /// <exception cref="WorkerException">The workers can't be used at all.</exception>
    /// <exception cref="FormatException">A design that is wanted is not in both builds.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public GateRecord Run(GateRecord blank, IReadOnlyList<string> wanted)
    {
        ArgumentNullException.ThrowIfNull(blank);
        ArgumentNullException.ThrowIfNull(wanted);
        var random = new Random(blank.Seed);
        var changed = Greet(head, PublishedBuild.HeadLabel);
        var failures = Check(changed, wanted);
        HelloAnswer hello;
        try
        {
            hello = Greet(@base, PublishedBuild.BaseLabel);
        }
        catch (WorkerException failure) when (!cancellation.IsCancellationRequested)
        {
            return blank with { Rows = failures, HarnessChange = $"The base's states do not run under the head's harness. {failure.Message}" };
        }

        var roll = CallRoll(hello, changed, wanted, failures);
        var record = blank with { Rows = failures, Added = roll.Added, Removed = roll.Removed, NotCompared = roll.NotCompared };
        var taken = looks.Where(look => look.AbsentBecause is null).ToArray();
        var pilots = taken.Select(look => new SlicePilots(@base.Worker(PublishedBuild.BaseLabel, look.Settings), look.Bind, cancellation)).ToArray();
        var comparisons = taken.Zip(pilots, (look, pilot) => new LookTrials(look, @base, head, roll, pilot, cancellation)).ToArray();
        var selfTests = new List<GateSelfTest>();
        foreach (var (setup, comparison, pilot) in taken.Zip(comparisons, pilots))
        {
            say($"{setup.Rules.Look.Name}: {roll.Designs.Count} states and {roll.Limits.Count} limits, base and head in turn.");
            comparison.RunFirst(random, say);
            var costs = comparison.Trials.Select(trial => trial.Row(false)).ToDictionary(row => row.State, row => row.BaseNanoseconds);
            say($"{setup.Rules.Look.Name}: self-tests.");
            selfTests.AddRange(new SelfTest(setup, @base, pilot, cancellation).Run(roll, costs.GetValueOrDefault, hello, random));
            comparison.RunSecond(random, say);
        }

        return Conclude(record with { SelfTests = selfTests }, roll, comparisons);
    }

    private static HelloAnswer Greet(PublishedBuild build, string label)
    {
        using var worker = WorkerProcess.Start(build.Worker(label, NoSettings));
        var hello = worker.Ask<HelloAnswer>(new WorkerRequest(WorkerTask.Hello), HelloLimit);
        return WorkerProtocol.Difference(hello.Protocol) is { } difference ? throw new FormatException($"The worker of {label} {difference}.") : hello;
    }

    private static Roll CallRoll(HelloAnswer before, HelloAnswer after, IReadOnlyList<string> wanted, IReadOnlyList<GateRow> failures)
    {
        var roll = Roll.Of(before, after, [RunAnalysis.EmptyName, RunAnalysis.FloorName]);
        if (wanted.Except(roll.Designs.Select(state => state.Name), StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } unknown)
        {
            throw new FormatException($"There is no state {unknown} that both builds have; there are {string.Join(", ", roll.Designs.Select(state => state.Name))}.");
        }

        return roll with
        {
            Designs =
            [
                .. roll.Designs.Where(state => wanted.Count == 0 ? !state.FullSuiteOnly : IsNamed(state, wanted))
                    .ExceptBy(failures.Select(row => row.State), state => state.Name),
            ],
        };
    }

    private static bool IsNamed(WorkerState state, IReadOnlyList<string> wanted) => wanted.Contains(state.Name, StringComparer.OrdinalIgnoreCase);

    private GateRow[] Check(HelloAnswer after, IReadOnlyList<string> wanted)
    {
        say("Checking every state of the head before it is measured.");
        return [.. after.States.Where(state => !state.IsLimit && (wanted.Count == 0 || IsNamed(state, wanted))).Select(Check).OfType<GateRow>()];
    }

    private GateRow? Check(WorkerState state)
    {
        cancellation.ThrowIfCancellationRequested();

        // A process of its own: a state that spins in its check must not go on beside the measurements.
        using var worker = WorkerProcess.Start(head.Worker(PublishedBuild.HeadLabel, NoSettings));
        var failure = StateProbe.Check(worker, state.Name, CheckLimit).Failure;
        return failure is null ? null : new GateRow
        {
            State = state.Name,
            Look = looks[0].Rules.Look,
            Verdict = Verdict.Undecided,
            Failure = PlainText.OneLine($"failed its check: {failure}", StoredFailure.LongestError),
            FailureOfHead = true,
        };
    }

    private static GateRecord Conclude(GateRecord record, Roll roll, LookTrials[] comparisons)
    {
        var trials = comparisons.SelectMany(comparison => comparison.Trials).ToArray();
        var confirmed = trials.Zip(Holm.Rejects([.. trials.Select(trial => trial.ConfirmationPValue)], trials.Length, LookRules.WholeRunError))
            .Where(pair => pair.Second).Select(pair => pair.First).ToHashSet();
        var limits = roll.Limits.Select(state => state.Name).ToHashSet();
        var rows = comparisons.SelectMany(comparison => comparison.Trials.Select(trial => RowOf(comparison, trial, confirmed.Contains(trial)))).ToArray();
        var allocations = comparisons.Where(comparison => comparison.Rules.Look == Look.OneCore).SelectMany(comparison => AllocationComparison.Of(roll, comparison.Trials, RunAnalysis.EmptyName, RunAnalysis.FloorName)).ToArray();
        return record with
        {
            Rows = [.. record.Rows, .. rows.Where(row => !limits.Contains(row.State))],
            Limits = [.. rows.Where(row => limits.Contains(row.State))],
            Allocations = allocations,
        };
    }

    private static GateRow RowOf(LookTrials comparison, Trial trial, bool confirmed)
    {
        var row = trial.Row(confirmed);
        return comparison.Failures.TryGetValue(trial.Subject.State, out var failure)
            ? row with { Verdict = Verdict.Undecided, Failure = failure.Message, FailureOfHead = failure.Label == PublishedBuild.HeadLabel }
            : row;
    }
}
