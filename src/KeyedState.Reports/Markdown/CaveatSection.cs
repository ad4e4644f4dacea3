using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What no figure of this suite says.</summary>
internal static class CaveatSection
{
    public static IEnumerable<string> Lines(RunAnalysis analysis) =>
    [
        $"- This machine has {FactText.Cores(analysis.Run)}. Ranks can change on a machine with more, where states contend more.",
        "- The workers are tasks on a few pool threads. They contend less than as many threads would.",
        "- Single reads and writes are the case that favours dictionaries. Owners and actors are chosen for operations that touch several keys, or more than the map, as one.",
        "- Throughput is not latency: it does not say how long a single caller waits.",
        "- Absolute times are those of this machine on this day. Ratios within a run are more likely to hold elsewhere.",
    ];
}
