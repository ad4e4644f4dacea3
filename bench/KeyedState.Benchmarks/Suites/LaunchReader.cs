using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Reports;
using KeyedState.Results;
using Metric = KeyedState.Results.Metric;

namespace KeyedState.Benchmarks.Suites;

/// <summary>Turns what BenchmarkDotNet reports of a launch, and the launch's own note, into the stored form or an error.</summary>
internal static class LaunchReader
{
    /// <summary>Reads one launch.</summary>
    /// <returns>The launch, or the failure in its place.</returns>
    public static (StoredLaunch? Launch, StoredFailure? Failure) Read(PlannedLaunch planned, BenchmarkReport report, LaunchNote? note)
    {
        if (note?.Error is { } error)
        {
            return (null, Failure(planned, error));
        }

        if (report.BuildResult is { } build && BuildFailure.Of(build) is { } reason)
        {
            return (null, Failure(planned, $"BenchmarkDotNet could not build the launches: {reason}"));
        }

        var nanoseconds = report.AllMeasurements
            .Where(measurement => measurement is { IterationMode: IterationMode.Workload, IterationStage: IterationStage.Result })
            .OrderBy(measurement => measurement.IterationIndex)
            .Select(measurement => measurement.Nanoseconds)
            .ToArray();
        if (note is null || !report.Success || nanoseconds.Length != planned.Look.Iterations)
        {
            return (null, Failure(planned, "the launch ended without a result; BenchmarkDotNet's log has its output"));
        }

        if (planned.Look.Placement.OneCore && !IsBoundToOneCore(note))
        {
            var seen = $"the launch was not bound to one core (processors: {note.ProcessorCount}, masks: {string.Join(' ', note.ThreadMasks)})";
            return (null, Failure(planned, seen) with { Discarded = true });
        }

        // The one by which BenchmarkDotNet compiles its own code comes first.
        var measured = note.Cut(Math.Max(0, note.Iterations - nanoseconds.Length), nanoseconds.Length);
        return Fits(measured.Of(Metric.Time), nanoseconds)
            ? (new StoredLaunch(planned.Entry.Name, planned.Look.Look, planned.Round, planned.State.Operations, planned.State.Plan.Work.RunLength, measured), null)
            : (null, Failure(planned, "the launch's note does not fit BenchmarkDotNet's measurements"));
    }

    private static StoredFailure Failure(PlannedLaunch planned, string error) => new(planned.Entry.Name, planned.Look.Look, error);

    // The workers are released after BenchmarkDotNet's clock starts and end before it stops.
    private static bool Fits(IReadOnlyList<double> times, double[] nanoseconds) =>
        times.Count == nanoseconds.Length && times.Zip(nanoseconds).All(pair => pair.First <= pair.Second);

    private static bool IsBoundToOneCore(LaunchNote note) =>
        note.ProcessorCount == 1
        && note.ThreadMasks.Count == (OperatingSystem.IsLinux() ? 1 : 0)
        && note.ThreadMasks.All(mask => int.TryParse(mask, out _));
}
