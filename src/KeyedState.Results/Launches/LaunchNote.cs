using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>What a process that measured a state tells of itself. It is all that is known of a launch.</summary>
public sealed record LaunchNote
{
    /// <summary>The note of a process that has measured nothing yet.</summary>
    public static LaunchNote Blank { get; } = new()
    {
        WarmupSeconds = 0,
        CompilerQuiet = false,
        ProcessorCount = 0,
        ThreadMasks = [],
        PeakPoolThreads = 0,
        Observations = [],
    };

    /// <summary>What ended the process early, in one line; null when nothing did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>How long the warm-up took, in seconds.</summary>
    public required double WarmupSeconds { get; init; }

    /// <summary>Whether the compiler had come to rest before the measurement began.</summary>
    public required bool CompilerQuiet { get; init; }

    /// <summary>The processor count that the process saw.</summary>
    public required int ProcessorCount { get; init; }

    /// <summary>The distinct processor masks of its threads, as the system prints them; empty where it does not.</summary>
    public required IReadOnlyList<string> ThreadMasks { get; init; }

    /// <summary>The largest number of pool threads seen at the end of an iteration.</summary>
    public required int PeakPoolThreads { get; init; }

    /// <summary>What was observed, metric by metric; all have the same number of values.</summary>
    public required IReadOnlyList<Observation> Observations { get; init; }

    /// <summary>How many iterations there were.</summary>
    [JsonIgnore]
    public int Iterations => Of(Metric.Time).Count;

    /// <summary>What was observed of a metric, a value an iteration; empty when it was not observed.</summary>
    /// <param name="metric">The metric.</param>
    public IReadOnlyList<double> Of(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return Observations.FirstOrDefault(observation => observation.Metric == metric.Name)?.Values ?? [];
    }

    /// <summary>The same note over some of its iterations.</summary>
    /// <param name="first">How many are left out at the start.</param>
    /// <param name="count">How many are kept.</param>
    public LaunchNote Cut(int first, int count) =>
        this with { Observations = [.. Observations.Select(one => one with { Values = [.. one.Values.Skip(first).Take(count)] })] };

    /// <summary>The same note over the iterations that were measured with the cores at a distance, both before and after; whole where nobody looked.</summary>
    /// <param name="distance">The distance; null for all iterations.</param>
    public LaunchNote At(CoreDistance? distance) => distance is null || Of(Metric.CoresBefore).Count == 0
        ? this
        : Where(iteration => DistanceIn(iteration) == distance);

    /// <summary>The same note over the iterations before and after which the core was not slowed down; whole where nobody looked.</summary>
    /// <param name="pace">The quiet pace of its run; null for all iterations.</param>
    public LaunchNote Quiet(QuietPace? pace) => pace is null || Of(Metric.PaceBefore).Count == 0
        ? this
        : Where(iteration => !pace.IsSlow(Of(Metric.PaceBefore)[iteration]) && !pace.IsSlow(Of(Metric.PaceAfter)[iteration]));

    /// <summary>The same note over the iterations both before and after which the core was slowed down; without any where nobody looked.</summary>
    /// <param name="pace">The quiet pace of its run.</param>
    public LaunchNote Slowed(QuietPace pace) =>
        Where(iteration => Of(Metric.PaceBefore).Count > 0 && pace.IsSlow(Of(Metric.PaceBefore)[iteration]) && pace.IsSlow(Of(Metric.PaceAfter)[iteration]));

    /// <summary>How many iterations were measured with the cores at a distance, both before and after; 0 where nobody looked.</summary>
    /// <param name="distance">The distance.</param>
    public int IterationsAt(CoreDistance distance) => Enumerable.Range(0, Of(Metric.CoresBefore).Count).Count(iteration => DistanceIn(iteration) == distance);

    /// <summary>What about the note cannot be, as a phrase, the error apart; null when all is well.</summary>
    public string? Problem() => NoteCheck.Problems(this).FirstOrDefault();

    /// <summary>The note as bytes, for <see cref="Read"/>.</summary>
    public byte[] ToBytes() => NoteFormat.Write(this);

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <returns>The note, whose numbers are finite and otherwise may be anything; null when the bytes are damaged.</returns>
    public static LaunchNote? Read(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return NoteFormat.Read(bytes);
    }

    private LaunchNote Where(Func<int, bool> keeps) =>
        this with { Observations = [.. Observations.Select(one => one with { Values = [.. one.Values.Where((_, iteration) => keeps(iteration))] })] };

    private CoreDistance? DistanceIn(int iteration)
    {
        var before = CoreDistance.Of(Of(Metric.CoresBefore)[iteration]);
        return before == CoreDistance.Of(Of(Metric.CoresAfter)[iteration]) ? before : null;
    }
}
