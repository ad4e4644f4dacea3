using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>A slice that is an iteration of fixed work.</summary>
/// <param name="Plan">The work in the words of the worker that planned it, to be sent with every slice.</param>
/// <param name="Operations">How many operations it has, those of all its callers together.</param>
/// <param name="Nanoseconds">What an operation took in the pilot, in nanoseconds.</param>
public sealed record FixedWorkSlice(string Plan, long Operations, double Nanoseconds) : SliceWork(Nanoseconds)
{
    private const double RunMicroseconds = 20;
    private static readonly TimeSpan PilotLimit = TimeSpan.FromSeconds(60);

    /// <summary>Finds out how much work fills a slice.</summary>
    /// <param name="worker">The worker that plans it.</param>
    /// <param name="state">The state's name.</param>
    /// <param name="milliseconds">How long a slice is to be.</param>
    /// <exception cref="WorkerException">The worker or its state failed.</exception>
    public static FixedWorkSlice Pilot(WorkerProcess worker, string state, double milliseconds)
    {
        ArgumentNullException.ThrowIfNull(worker);
        var answer = worker.Ask<PilotReply>(
            new WorkerRequest(WorkerTask.Pilot, state, WindowMilliseconds: milliseconds, RunMicroseconds: RunMicroseconds), PilotLimit);
        return new(answer.Plan, answer.Operations, answer.NanosecondsPerOperation);
    }

    /// <inheritdoc/>
    public override Slice Run(WorkerProcess worker, ComparedState subject, int amount, int seed)
    {
        ArgumentNullException.ThrowIfNull(worker);
        ArgumentNullException.ThrowIfNull(subject);
        var answer = worker.Ask<SliceReply>(new WorkerRequest(WorkerTask.Slice, subject.State, subject.Plant, amount, Plan: Plan), Limit);
        var note = LaunchNote.Read(answer.Note)!;
        return new Slice(
            note.Of(Metric.Time)[0] / Operations, note.Of(Metric.Allocated)[0] / Operations, Operations, Distance(Metric.CoresBefore), Distance(Metric.CoresAfter));

        CoreDistance? Distance(Metric metric) => note.Of(metric) is [var roundTrip, ..] ? CoreDistance.Of(roundTrip) : null;
    }
}
