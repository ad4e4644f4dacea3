using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>
/// A slice that is a window of an open loop: operations are due at a rate, and its figure is the P99 of their service time. All
/// slices of a block have the same arrivals, so that a burst is no difference of the builds.
/// </summary>
/// <param name="Load">The load.</param>
/// <param name="Milliseconds">How long the window is.</param>
/// <param name="Nanoseconds">The P99 in the pilot, in nanoseconds; 0 where the load was not borne.</param>
public sealed record OpenLoopSlice(OpenLoopLoad Load, double Milliseconds, double Nanoseconds) : SliceWork(Nanoseconds)
{
    private const double Share = 0.99;
    private const int PilotWindows = 3;

    /// <inheritdoc/>
    public override bool IsOverloaded => Nanoseconds == 0;

    /// <summary>Finds out whether a state bears the load, and its P99: by some windows after one that is compiled while it runs.</summary>
    /// <param name="load">The load.</param>
    /// <param name="worker">The worker.</param>
    /// <param name="state">The state's name.</param>
    /// <param name="milliseconds">How long a window is.</param>
    /// <exception cref="WorkerException">The worker or its state failed.</exception>
    public static OpenLoopSlice Pilot(OpenLoopLoad load, WorkerProcess worker, string state, double milliseconds)
    {
        var work = new OpenLoopSlice(load, milliseconds, 0);
        var subject = new ComparedState(state);
        work.Run(worker, subject, 0, seed: 0);
        var borne = Enumerable.Range(1, PilotWindows).Select(seed => work.Run(worker, subject, 0, seed)).Where(slice => !slice.Overloaded).ToArray();
        return borne.Length * 2 > PilotWindows ? work with { Nanoseconds = Median.Of([.. borne.Select(slice => slice.NanosecondsPerOperation)]) } : work;
    }

    /// <inheritdoc/>
    public override int DrawSeed(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return random.Next();
    }

    /// <inheritdoc/>
    public override Slice Run(WorkerProcess worker, ComparedState subject, int amount, int seed)
    {
        ArgumentNullException.ThrowIfNull(worker);
        ArgumentNullException.ThrowIfNull(subject);
        var answer = worker.Ask<LatencyReply>(
            new WorkerRequest(WorkerTask.Latency, subject.State, subject.Plant, amount, Plan: Load.Plan(Milliseconds, seed)), Limit);
        return Of(answer.Open ?? throw new WorkerException(worker.Label, $"answered Latency of {subject.State} with another loop than it was asked for."), Load.Resolution)
            ?? throw new WorkerException(worker.Label, $"served too few operations of {subject.State} for a P99.");
    }

    /// <summary>What a window comes to.</summary>
    /// <param name="loop">The window.</param>
    /// <param name="resolution">The shortest time that the clock can tell from none, in nanoseconds. A shorter one counts as this.</param>
    /// <returns>Null where fewer than ten times lie beyond the percentile.</returns>
    public static Slice? Of(StoredOpenLoop loop, double resolution)
    {
        ArgumentNullException.ThrowIfNull(loop);
        return !loop.IsReached ? new Slice(0, 0, loop.Scheduled, Overloaded: true)
            : HistogramText.Read(loop.Service!)?.Percentile(Share) is { } time ? new Slice(Math.Max(time, resolution), 0, loop.Scheduled, BelowResolution: time < resolution)
            : null;
    }
}
