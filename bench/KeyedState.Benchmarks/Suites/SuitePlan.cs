using System.Diagnostics;
using System.Globalization;
using KeyedState.Harness;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>What a suite is going to measure, and for how long.</summary>
/// <param name="Looks">The looks that can be taken, cut to the time that there is.</param>
/// <param name="Launches">The launches, in the order in which they run.</param>
/// <param name="Failures">The states that failed their pilot, which are not measured.</param>
/// <param name="Harness">What the harness can do by itself; null in a suite without pilots.</param>
/// <param name="Seconds">How long the whole run takes, as far as the pilots tell.</param>
/// <param name="Budget">How long it may take.</param>
internal sealed record SuitePlan(
    IReadOnlyList<LookPlan> Looks, IReadOnlyList<PlannedLaunch> Launches, IReadOnlyList<StoredFailure> Failures, StoredHarness? Harness, double Seconds, TimeSpan Budget)
{
    // What BenchmarkDotNet's build, spare launches that are not made, and the pages take, for each launch and beside it.
    private const double SecondsAround = 36;
    private const double SecondsBuildingALaunch = 0.02;

    private const int HarnessProcesses = 3;
    private const int MostWaitsInVain = 3;

    private static readonly TimeSpan LongestLookForNear = TimeSpan.FromSeconds(5);

    /// <summary>The fewest operations that a worker has in an iteration of any state.</summary>
    public int FewestOperationsPerWorker => Launches.Select(launch => launch.State.Plan.Work.OperationsPerWorker).DefaultIfEmpty(1).Min();

    /// <summary>Pilots states and plans their launches.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="states">Its states that passed their check.</param>
    /// <param name="started">When the run started, by <see cref="Stopwatch"/>.</param>
    /// <param name="seed">Decides the order of the launches.</param>
    /// <param name="progress">Told how far it is.</param>
    public static SuitePlan Of(Suite suite, IReadOnlyList<StateEntry> states, long started, int seed, ProgressWriter progress)
    {
        var failures = new List<StoredFailure>();
        var pilots = suite.Looks.Where(look => look.AbsentBecause is null).Select(Patient).Select(look => PilotAll(look, states, failures, progress)).ToArray();
        LookPlan[] looks = [.. pilots.Select(pilot => pilot.Look)];
        PilotedState[] piloted = [.. pilots.SelectMany(pilot => pilot.States).Where(state => failures.All(failure => failure.State != state.Entry.Name))];
        var harness = looks.Any(look => look.Window is not null)
            ? new StoredHarness(HarnessRates(Placement.QuietCore), HarnessRates(Placement.QuietCores))
            : null;
        var before = Stopwatch.GetElapsedTime(started).TotalSeconds + SecondsAround;
        PilotedState[] built = [.. piloted.Select(Built)];
        var (fitted, takesLonger) = LaunchBudget.Fit(looks, built, suite.Budget.TotalSeconds - before, suite.LongestBudget.TotalSeconds - before);
        var budget = takesLonger ? suite.LongestBudget : suite.Budget;
        if (takesLonger)
        {
            progress.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"This machine is slow: the launches that intervals need do not fit into {suite.Budget.TotalMinutes:0} minutes, so the run may take {budget.TotalMinutes:0}."));
        }

        piloted = [.. piloted.Select(state => state with { Look = fitted.Single(look => look.Look == state.Look.Look) })];
        foreach (var look in fitted)
        {
            progress.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"On {look.Look}: {look.Launches} launches of each state with {look.Iterations} iterations each; a launch takes {piloted.Where(state => state.Look == look).Average(state => state.Seconds(look.Iterations)):0.0} s on average."));
        }

        return new(
            fitted,
            LaunchOrder.Plan(piloted, fitted, seed),
            failures,
            harness,
            before + LaunchBudget.Seconds(fitted, built),
            budget);

        PilotedState Built(PilotedState state) => state with
        {
            LaunchSeconds = state.LaunchSeconds + SecondsBuildingALaunch + piloted.Where(other => other.Look == state.Look).Average(other => other.WaitedSeconds),
        };
    }

    // Where cores never come near each other, launches would only lose the time.
    private static LookPlan Patient(LookPlan look) =>
        look.Cores is { } wait && wait.Limit > TimeSpan.Zero && CoreRoundTrip.AwaitNear(wait.Near, LongestLookForNear) >= wait.Near ? look.WithoutWaits() : look;

    private static (LookPlan Look, IReadOnlyList<PilotedState> States) PilotAll(
        LookPlan look, IReadOnlyList<StateEntry> states, List<StoredFailure> failures, ProgressWriter progress)
    {
        var piloted = new List<PilotedState>();
        foreach (var entry in states.Where(entry => failures.All(failure => failure.State != entry.Name)).ToArray())
        {
            try
            {
                piloted.Add(SuitePilot.Try(entry, look));
            }
            catch (WorkerException failure)
            {
                progress.Say($"{entry.Name} FAILED its pilot on {look.Look} and is not measured: {failure.Message}");
                failures.Add(new StoredFailure(entry.Name, look.Look, failure.Message));
            }

            // Cores that rarely come near cost more launches than they bring near ones.
            if (piloted.Count(state => state.HasWaitedInVain) >= MostWaitsInVain)
            {
                look = look.WithoutWaits();
            }
        }

        return (look, [.. piloted.Select(state => state.In(look))]);
    }

    private static double[] HarnessRates(Placement placement) =>
        placement.OneCore && Environments.CoreBinding.AbsentBecause is not null
            ? []
            : [.. Enumerable.Range(0, HarnessProcesses).Select(_ => SuitePilot.HarnessRate(placement))];
}
