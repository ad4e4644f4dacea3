using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Reports;
using KeyedState.Benchmarks.Launches;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>Turns what BenchmarkDotNet reports of a launch, and the launch's own note, into the stored form or an error.</summary>
internal static class LaunchReader
{
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

        var measured = Measured(note.Invocations, nanoseconds.Length);
        return measured.Length == nanoseconds.Length && measured.Zip(nanoseconds).All(pair => Fits(pair.First, pair.Second))
            ? (Launch(planned, nanoseconds, measured, note), null)
            : (null, Failure(planned, "the launch's note does not fit BenchmarkDotNet's measurements"));
    }

    private static StoredFailure Failure(PlannedLaunch planned, string error) => new(planned.Entry.Name, planned.Plan.Look, error);

    // The diagnosers' invocation comes last, after the measured ones.
    private static InvocationNote[] Measured(IReadOnlyList<InvocationNote> invocations, int count) =>
        [.. invocations.SkipLast(1).TakeLast(count)];

    // The roles are released after BenchmarkDotNet's clock starts and end before it stops.
    private static bool Fits(InvocationNote invocation, double nanoseconds) =>
        Math.Max(invocation.ReadersEnd, invocation.WritersEnd) <= nanoseconds;

    private static bool IsBoundToOneCore(LaunchNote note) =>
        note.ProcessorCount == 1
        && note.ThreadMasks.Count == (OperatingSystem.IsLinux() ? 1 : 0)
        && note.ThreadMasks.All(mask => int.TryParse(mask, out _));

    private static StoredLaunch Launch(PlannedLaunch planned, double[] nanoseconds, InvocationNote[] measured, LaunchNote note) => new()
    {
        State = planned.Entry.Name,
        Look = planned.Plan.Look,
        Round = planned.Round,
        Nanoseconds = nanoseconds,
        ReadersEnd = [.. measured.Select(invocation => invocation.ReadersEnd)],
        WritersEnd = [.. measured.Select(invocation => invocation.WritersEnd)],
        CountedOperations = (long)measured.Length * planned.Operations,
        AllocatedBytes = measured.Sum(invocation => invocation.Counted.AllocatedBytes),
        Collections =
        [
            measured.Sum(invocation => invocation.Counted.Gen0),
            measured.Sum(invocation => invocation.Counted.Gen1),
            measured.Sum(invocation => invocation.Counted.Gen2),
        ],
        CompletedWorkItems = measured.Sum(invocation => invocation.Counted.CompletedWorkItems),
        LockContentions = measured.Sum(invocation => invocation.Counted.LockContentions),
        PeakPoolThreads = note.PeakPoolThreads,
        ProcessorCount = note.ProcessorCount,
        ThreadMasks = note.ThreadMasks,
        WarmupSeconds = Math.Round(note.WarmupSeconds, 3),
        CompilerQuiet = note.CompilerQuiet,
    };
}
