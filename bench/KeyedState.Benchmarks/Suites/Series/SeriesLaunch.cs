using System.Globalization;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Workers;
using KeyedState.Harness;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites.Series;

/// <summary>One process that measures one state in scenario after scenario.</summary>
/// <param name="entry">The state.</param>
/// <param name="look">Where, and how.</param>
internal sealed class SeriesLaunch(StateEntry entry, SeriesLook look) : IDisposable
{
    // Filling 100,000 keys with a transaction each takes a minute or two.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly WorkerProcess worker = Start(look.Placement);

    /// <summary>Finds out how much work fills an iteration.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <exception cref="WorkerException">The state or its process failed.</exception>
    public LaunchPlan Pilot(Scenario scenario) => LaunchPlan.Parse(worker.Ask<PilotReply>(
        new WorkerRequest(
            WorkerTask.Pilot,
            entry.Name,
            Plan: new LaunchPlan(scenario, FixedWork.Small, WarmupPlan.Untiered, look.Placement.Lifetime).ToString(),
            WindowMilliseconds: look.AimOf(scenario).TotalMilliseconds,
            LongestWindowMilliseconds: look.AimOf(scenario).TotalMilliseconds,
            RunMicroseconds: look.Window.Run.TotalMicroseconds),
        Limit).Plan);

    /// <summary>Measures a scenario.</summary>
    /// <param name="plan">What <see cref="Pilot"/> found.</param>
    /// <param name="round">The launch's number.</param>
    /// <exception cref="WorkerException">The state or its process failed, or the process was not bound as it should be.</exception>
    public StoredSeries Measure(LaunchPlan plan, int round)
    {
        var reply = worker.Ask<SeriesReply>(new WorkerRequest(WorkerTask.Series, entry.Name, Plan: plan.ToString(), Iterations: look.Iterations), Limit);
        var note = LaunchNote.Read(reply.Note)!;
        if (look.Placement.Cores is { } cores && note.ProcessorCount != cores)
        {
            throw new WorkerException("this build", string.Create(CultureInfo.InvariantCulture, $"had {note.ProcessorCount} cores, and was to be bound to {cores}."));
        }

        var roles = plan.Scenario.Roles;
        var apart = roles.FirstOrDefault(role => role.Operation == OperationKind.WriteApart);

        // A bystander ends when its writes do, which tells nothing of how long the others take.
        var times = roles.Where(role => role != apart).Select(role => note.Of(Metric.EndOf(role.Name)))
            .Aggregate((one, other) => [.. one.Zip(other, Math.Max)]);
        return new StoredSeries(
            entry.Name,
            look.Look,
            round,
            plan.Scenario.Name,
            (long)plan.Work.OperationsPerWorker * roles.Where(role => role != apart).Sum(role => role.Workers),
            times,
            note.Of(Metric.Allocated),
            apart is null ? null : [.. note.Of(Metric.EndOf(apart.Name)).Select(end => end / plan.Work.OperationsPerWorker)],
            note.Of(Metric.Retries) is { Count: > 0 } retries ? retries : null);
    }

    /// <summary>How many bytes the state keeps for each key.</summary>
    /// <exception cref="WorkerException">The state or its process failed.</exception>
    public double RetainedBytes() => worker.Ask<RetainReply>(new WorkerRequest(WorkerTask.Retain, entry.Name), Limit).BytesPerKey;

    public void Dispose() => worker.Dispose();

    private static WorkerProcess Start(Placement placement)
    {
        using var binding = CoreBinding.WherePossible(placement.Cores);
        return OwnWorker.Start(placement.RuntimeSettings);
    }
}
