using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What no figure of this suite says.</summary>
internal static class CaveatSection
{
    public static IEnumerable<string> Lines(RunAnalysis analysis) =>
    [
        $"- This machine has {FactText.Cores(analysis.Run)}. Two cores are not sixteen: what contends more on more of them can change places.",
        "- The workers are tasks on few pool threads, and those contend less than as many threads would.",
        "- Single reads and writes are the case that favours dictionaries. Owners and actors are chosen for operations that touch several keys, or more than the map, as one.",
        "- Throughput is not latency, and says nothing about how long a single caller waits.",
        "- Absolute times are this machine's on this day; ratios within one run travel better.",
    ];
}
