using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites.Series;

/// <summary>How much memory a state keeps for a key, as it was found out before anything was timed.</summary>
/// <param name="BytesPerKey">The bytes; null where they are not known.</param>
/// <param name="NotKnownBecause">Why they are not known, in one line; null where they are.</param>
internal sealed record KeyMemory(double? BytesPerKey, string? NotKnownBecause)
{
    // A page names the reason within a sentence.
    private const int LongestReason = 300;

    /// <summary>What is not known.</summary>
    /// <param name="because">Why, as it was heard.</param>
    public static KeyMemory NotKnown(string because) => new(null, PlainText.OneLine(because, LongestReason).TrimEnd('.'));
}
