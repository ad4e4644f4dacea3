using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Reports;
using KeyedState.Results;
using Metric = KeyedState.Results.Metric;

namespace KeyedState.Benchmarks.Suites;

/// <summary>Turns what BenchmarkDotNet reports of a launch, and the launch's own note, into the stored form or an error.</summary>
internal static class LaunchReader
{
    // As the driver has it.
    private const int OperationsARun = 64;

    /// <summary>Reads one launch.</summary>
    /// <returns>The launch, or the failure in its place.</returns>
    public static (StoredLaunch? Launch, StoredFailure? Failure) Read(PlannedLaunch planned, BenchmarkReport report, LaunchNote? note)
    {
        var nanoseconds = report.AllMeasurements
            .Where(measurement => measurement is { IterationMode: IterationMode.Workload, IterationStage: IterationStage.Result })
            .OrderBy(measurement => measurement.IterationIndex)
            .Select(measurement => measurement.Nanoseconds)
            .ToArray();
        if (note?.Error is { } error)
        {
            return (null, Failure(planned, error));
        }

        if (note is null || !report.Success || nanoseconds.Length != planned.Plan.Iterations)
        {
            return (null, Failure(planned, "the launch ended without a result; BenchmarkDotNet's log has its output"));
        }

        if (planned.Plan.Pinned && !IsBoundToOneCore(note))
        {
            var seen = $"the launch was not bound to one core (processors: {note.ProcessorCount}, masks: {string.Join(' ', note.ThreadMasks)})";
            return (null, Failure(planned, seen) with { Discarded = true });
        }

        var measured = Measured(note, nanoseconds.Length);
        return measured.Iterations == nanoseconds.Length && measured.Of(Metric.Time).Zip(nanoseconds).All(pair => pair.First <= pair.Second)
            ? (Launch(planned, measured), null)
            : (null, Failure(planned, "the launch's note does not fit BenchmarkDotNet's measurements"));
    }

    private static StoredFailure Failure(PlannedLaunch planned, string error) => new(planned.Entry.Name, planned.Plan.Look, error);

    // The diagnosers' iteration comes last, after the measured ones.
    private static LaunchNote Measured(LaunchNote note, int count) =>
        note.Cut(Math.Max(0, note.Iterations - 1 - count), Math.Min(count, Math.Max(0, note.Iterations - 1)));

    private static bool IsBoundToOneCore(LaunchNote note) =>
        note.ProcessorCount == 1
        && note.ThreadMasks.Count == (OperatingSystem.IsLinux() ? 1 : 0)
        && note.ThreadMasks.All(mask => int.TryParse(mask, out _));

    private static StoredLaunch Launch(PlannedLaunch planned, LaunchNote note) => new(
        planned.Entry.Name, planned.Plan.Look, planned.Round, planned.Operations, OperationsARun, note with { WarmupSeconds = Math.Round(note.WarmupSeconds, 3) });
}
