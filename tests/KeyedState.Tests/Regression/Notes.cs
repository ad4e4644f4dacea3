using KeyedState.Results;

namespace KeyedState.Tests.Regression;

/// <summary>Notes as a worker could have left them.</summary>
internal static class Notes
{
    /// <summary>The note of one slice.</summary>
    public static LaunchNote Slice(double nanoseconds, double allocated) => LaunchNote.Blank with
    {
        ProcessorCount = 1,
        Observations = [new(Metric.Time.Name, [nanoseconds]), new(Metric.Allocated.Name, [allocated])],
    };

    /// <summary>The same as it stands in an answer.</summary>
    public static string Text(LaunchNote note) => Convert.ToBase64String(note.ToBytes());
}
