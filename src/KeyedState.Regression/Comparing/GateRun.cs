using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>The gate from the workers' first word to the verdicts.</summary>
/// <param name="base">What head is held against, with the head's harness.</param>
/// <param name="head">What is judged.</param>
/// <param name="looks">The looks to take.</param>
/// <param name="report">Told how far it is, a line at a time.</param>
/// <param name="cancellation">Ends it between two slices.</param>
public sealed class GateRun(
    PublishedBuild @base, PublishedBuild head, IReadOnlyList<LookSetup> looks, Action<string> report, CancellationToken cancellation)
{
    // How many states of the full suite alone are compared for being touched. More would leave too few launches for each.
    private const int MostOfFullSuite = 6;

    private static readonly TimeSpan HelloLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CheckLimit = TimeSpan.FromSeconds(120);
    private static readonly Dictionary<string, string> NoSettings = [];

    /// <summary>Runs.</summary>
    /// <param name="blank">The record with its head filled in.</param>
    /// <param name="question">What is asked.</param>
    /// <returns>The record with everything that was found.</returns>
    /// <exception cref="WorkerException">The workers can't be used at all.</exception>
    /// <exception cref="FormatException">A state that is wanted is not in both builds, or this gate can't ask the head's workers.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public GateRecord Run(GateRecord blank, GateQuestion question)
    {
        ArgumentNullException.ThrowIfNull(blank);
        ArgumentNullException.ThrowIfNull(question);
        var wanted = question.States;
        var random = new Random(blank.Seed);
        var changed = Greet(head, PublishedBuild.HeadLabel);
        HelloReply hello;
        try
        {
            hello = Greet(@base, PublishedBuild.BaseLabel);
        }
        catch (WorkerException failure) when (!cancellation.IsCancellationRequested)
        {
            return NotUnderThisHarness(blank with { Rows = Check(changed.States, wanted) }, failure);
        }

        var matched = MatchedStates.Of(hello, changed);
        var chosen = Chosen(matched, question);
        var failures = Check(changed.States.ExceptBy(matched.States.Select(state => state.Name), state => state.Name).Concat(matched.States), wanted);
        var states = chosen.ExceptBy(failures.Select(row => row.State), state => state.Name).ToArray();
        var record = blank with
        {
            Rows = failures,
            Added = matched.Added,
            Removed = matched.Removed,
            Touched = [.. matched.States.Select(state => state.Name).Where(question.Touched.Contains)],
        };
        if (states.Length == 0)
        {
            return record;
        }

        var rehearsed = Rehearse(look => wanted.Count > 0 ? states : StateChoice.Of(states, question.Touched, look.Rules.MostStates), question.Time, random);
        if (rehearsed.Select(look => look.Pilots.WhyNoneRuns).FirstOrDefault(failure => failure is not null) is { } reason)
        {
            return NotUnderThisHarness(record, reason);
        }

        var comparisons = new List<LookTrials>();
        var selfTests = new List<GateSelfTest>();
        for (var next = 0; next < rehearsed.Length; next++)
        {
            // Anew for each look, since the ones before may have taken less time than they had.
            var left = question.Time.SecondsLeft - GateBudget.Reserve;
            var plans = GateBudget.Fit([.. rehearsed[next..].Select(look => look.Plan)], left);
            SayIfTooLong(plans[0], question.Time);
            var launches = new TimedLaunches(plans[0], question.Time);
            var comparison = Begin(rehearsed[next], plans[0], question.Planted, hello, launches);
            selfTests.AddRange(Take(comparison, plans[0], GateBudget.OfLater(plans, left), launches, hello, random));
            comparisons.Add(comparison);
        }

        var ofHead = rehearsed.SelectMany(look => look.Rehearsal.FailuresOfHead.Select(failure => SingleOf(look.Setup, failure)))
            .Concat(comparisons.SelectMany(taken => taken.FailuresOfHead.Select(failure => SingleOf(taken.Setup, failure))));
        return Conclude(
            record with { SelfTests = selfTests, Looks = [.. record.Looks.Select(look => comparisons.FirstOrDefault(taken => taken.Rules.Look == look.Look)?.Stored(look) ?? look)] },
            comparisons,
            [.. ofHead.DistinctBy(failure => (failure.State, failure.Look))]);
    }

    private static GateRecord NotUnderThisHarness(GateRecord record, WorkerException failure) =>
        record with { HarnessChange = $"The base's states do not run under the head's harness. {failure.Message}" };

    /// <summary>Rehearses the looks that can be taken.</summary>
    private RehearsedLook[] Rehearse(Func<LookSetup, IReadOnlyList<WorkerState>> statesOf, GateTime time, Random random) =>
    [
        .. looks.Where(look => look.AbsentBecause is null && time.SecondsLeft > 0).Select(look =>
        {
            var pilots = PilotsOf(look, look.Rules.ShortestSliceMilliseconds);
            var states = statesOf(look);
            var rehearsal = SeriesOf(look, pilots);
            var pace = LaunchPace.Measure(rehearsal, [.. states.Select(state => new ComparedState(state.Name))], random, time.Clock);
            return new RehearsedLook(look, states, pilots, new PlannedLook(look.Rules, states.Count, pace), rehearsal);
        }),
    ];

    private void SayIfTooLong(PlannedLook plan, GateTime time)
    {
        if (plan.Seconds > time.SecondsLeft)
        {
            report(FormattableString.Invariant(
                $"On {plan.Rules.Look.Name}: only {time.SecondsLeft:0} s are left; launches that would take longer are left out. --minutes gives the gate more time."));
        }
    }

    private LookTrials Begin(RehearsedLook look, PlannedLook plan, double planted, HelloReply hello, TimedLaunches launches)
    {
        report(FormattableString.Invariant(
            $"On {plan.Rules.Look.Name}: {plan.Rules.FirstRound} pairs of launches, {plan.Rules.SecondRound} more in a second round, slices of {plan.Rules.SliceMilliseconds:0} ms, {plan.Seconds:0} s at most."));
        var pilots = plan.Rules.SliceMilliseconds == plan.Rules.ShortestSliceMilliseconds ? look.Pilots : PilotsOf(look.Setup, plan.Rules.SliceMilliseconds);
        return new LookTrials(look.Setup, plan, look.States, [.. look.States.Select(state => Planted(state.Name))], pilots, SeriesOf(look.Setup, pilots), launches);

        ComparedState Planted(string state) => planted > 1 && look.Pilots.Find(state) is { } work
            ? new ComparedState(state, WorkerProtocol.DelayPlant, 0, DelayTurns.Of(work.Nanoseconds, planted, look.Setup, hello))
            : new ComparedState(state);
    }

    /// <summary>Takes a look. Its self-tests are repeated last, with what time is left: an unconfirmed slowdown says less than a failed test.</summary>
    private IReadOnlyList<GateSelfTest> Take(LookTrials comparison, PlannedLook plan, double later, TimedLaunches launches, HelloReply hello, Random random)
    {
        var look = comparison.Rules.Look.Name;
        report($"On {look}: {comparison.States.Count} states, base and head in turns.");
        comparison.RunFirst(later, random, report);
        report($"On {look}: self-tests.");
        var selfTest = new SelfTest(comparison, @base, launches, hello, cancellation);
        selfTest.Run(plan.SecondRoundSeconds + later, random);
        comparison.RunSecond(later, random, report);
        selfTest.Repeat(later, random);
        return selfTest.Outcomes;
    }

    private SlicePilots PilotsOf(LookSetup look, double milliseconds) =>
        new(@base.Worker(PublishedBuild.BaseLabel, look.Settings), milliseconds, look.Bind, cancellation, look.Load);

    private LaunchSeries SeriesOf(LookSetup look, SlicePilots pilots) => new(
        @base.Worker(PublishedBuild.BaseLabel, look.Settings), head.Worker(PublishedBuild.HeadLabel, look.Settings), pilots, look.Bind, look.Bound, cancellation);

    private static HelloReply Greet(PublishedBuild build, string label)
    {
        using var worker = WorkerProcess.Start(build.Worker(label, NoSettings));
        var hello = worker.Ask<HelloReply>(new WorkerRequest(WorkerTask.Hello), HelloLimit);
        return WorkerProtocol.Difference(hello.Protocol) is { } difference ? throw new FormatException($"The worker of {label} {difference}.") : hello;
    }

    // A state that the head calls a limit is checked all the same where the base does not, and is compared where either build measures it.
    private static IReadOnlyList<WorkerState> Chosen(MatchedStates matched, GateQuestion question) =>
        question.States.Except(matched.States.Select(state => state.Name), StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } unknown
            ? throw new FormatException($"There is no state {unknown} that both builds have. Both have {string.Join(", ", matched.States.Select(state => state.Name))}.")
            : question.States.Count > 0 ? [.. matched.States.Where(state => IsNamed(state, question.States))] : Usual(matched.States, question.Touched);

    private static IReadOnlyList<WorkerState> Usual(IReadOnlyList<WorkerState> states, IReadOnlySet<string> touched)
    {
        var others = StateChoice.Of([.. states.Where(state => state.FullSuiteOnly && touched.Contains(state.Name))], touched, MostOfFullSuite);
        return [.. states.Where(state => !state.FullSuiteOnly || others.Contains(state))];
    }

    private static bool IsNamed(WorkerState state, IReadOnlyList<string> wanted) => wanted.Contains(state.Name, StringComparer.OrdinalIgnoreCase);

    private GateRow[] Check(IEnumerable<WorkerState> states, IReadOnlyList<string> wanted)
    {
        report("Checking every state of the head.");
        return [.. states.Where(state => !state.IsLimit && (wanted.Count == 0 || IsNamed(state, wanted))).Select(Check).OfType<GateRow>()];
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

    private static SingleFailure SingleOf(LookSetup look, (ComparedState Subject, WorkerException Error) failure) =>
        new(failure.Subject.State, look.Rules.Look, PlainText.OneLine(failure.Error.Message, StoredFailure.LongestError));

    private static GateRecord Conclude(GateRecord record, IReadOnlyList<LookTrials> comparisons, IReadOnlyList<SingleFailure> failures)
    {
        var trials = comparisons.SelectMany(comparison => comparison.Trials).ToArray();
        var confirmed = trials.Zip(Holm.Rejects([.. trials.Select(trial => trial.ConfirmationPValue)], trials.Length, LookRules.WholeRunError))
            .Where(pair => pair.Second).Select(pair => pair.First).ToHashSet();
        GateRow[] rows = [.. comparisons.SelectMany(comparison => comparison.Trials.Select(trial => RowOf(comparison, trial, confirmed.Contains(trial))))];
        var failed = rows.Where(row => row.Failure is not null).Select(row => (row.State, row.Look)).ToHashSet();
        return record with
        {
            Rows = [.. record.Rows, .. rows],
            SingleFailures = [.. failures.Where(failure => !failed.Contains((failure.State, failure.Look)))],
            Allocations = [.. comparisons.Where(comparison => comparison.Rules.Look == Look.OneCore).SelectMany(comparison => AllocationComparison.Of(comparison.Trials))],
        };
    }

    private static GateRow RowOf(LookTrials comparison, Trial trial, bool confirmed)
    {
        var row = trial.Row(confirmed);
        return comparison.Failures.TryGetValue(trial.Subject.State, out var failure)
            ? row with { Verdict = Verdict.Undecided, Failure = failure.Message, FailureOfHead = failure.Label == PublishedBuild.HeadLabel }
            : comparison.Pilots.IsOverloaded(trial.Subject.State) ? new GateRow { State = row.State, Look = row.Look, Verdict = Verdict.Undecided, NotJudged = Unjudged.Overloaded }
            : row;
    }
}
