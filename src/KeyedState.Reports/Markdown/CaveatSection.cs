using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What no figure of this suite says.</summary>
internal static class CaveatSection
{
    public static IEnumerable<string> Lines(RunAnalysis analysis) =>
    [
        $"- This machine has {FactText.Cores(analysis.Run)}. With more cores there is more contention, and the order of the states can change.",
        "- The workers are tasks that share a few pool threads. They contend less than as many threads would.",
        "- Every operation reads or writes a single key, which favours dictionaries. People choose owners and actors for operations that must change several keys, or more than the map, at once.",
        "- Throughput is not latency: it does not say how long one caller waits.",
        "- Times are those of this machine on this day. Ratios between states of one run are more likely to hold elsewhere.",
    ];
}
