using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What the figures say, in sentences: what a write costs for each thing that one leaves the process for, and what many callers get done.</summary>
internal static class StoresAnswers
{
    private const double Half = 0.5;
    private const int WritersRole = 1;

    /// <summary>The lines.</summary>
    /// <param name="analysis">The run.</param>
    public static IEnumerable<string> Lines(StoresAnalysis analysis)
    {
        string[] sentences =
        [
            .. Reason(analysis, "To leave the process", StoresLimits.Echo, "a message to another process and back", store => IsElsewhere(analysis, store)),
            .. Reason(analysis, "To outlive the engine's process", limit: null, limitText: "", store => store.Promise is { SurvivesProcess: true }),
            .. Reason(analysis, "To outlive a power cut", StoresLimits.Flush, "64 bytes in a file and a flush to the disk", store => store.Promise is { SurvivesPowerCut: true }),
            .. Ahead(analysis),
        ];
        return sentences.Length == 0 ? [] : sentences.SelectMany(sentence => new[] { $"> {sentence}", ">" }).SkipLast(1).Append("");
    }

    // The cheapest design that does what is asked for: for one caller who waits for each write, and for many.
    private static IEnumerable<string> Reason(StoresAnalysis analysis, string aim, string? limit, string limitText, Func<StoredStore, bool> does)
    {
        StoredStore[] designs = [.. analysis.Stores.Where(does)];
        if (StoresLimits.Alone(analysis.Run) is not { } alone || Lowest(designs, store => Typical(analysis, store.State.Name, alone)?.Center) is not { } cheapest)
        {
            yield break;
        }

        var write = Typical(analysis, cheapest.State.Name, alone)!;
        var times = analysis.TimesSlowerThan(cheapest.State.Name, StoresAnalysis.Owner, alone.Name);
        var least = limit is null ? null : Typical(analysis, limit, alone);
        yield return $"**{aim},** a write takes one caller at least {LatencyText.Time(write)} at the median ({LatencyText.NameOf(cheapest.State)})"
            + (least is null ? "." : $"; {limitText} alone takes {LatencyText.Time(least)}.")
            + (times is null ? "" : $" An owner in the process completes {FigureText.WithInterval(Figure.Of(times, ""))} times as many writes.")
            + Many(analysis, designs);
    }

    // Reads of a design in the callers' process would hide what its writes take.
    private static string Many(StoresAnalysis analysis, StoredStore[] designs) =>
        Original(analysis) is { } original && Lowest(designs, store => -analysis.Throughput(store.State.Name, original.Name, WritersRole)?.Center) is { } busiest
            ? $" {FigureText.Count(original.Roles[WritersRole].Workers)} writers beside {FigureText.Count(original.Roles[0].Workers)} readers complete most writes with {LatencyText.NameOf(busiest.State)}, {LatencyText.Rate(analysis.Throughput(busiest.State.Name, original.Name, WritersRole))}"
                + (analysis.Throughput(StoresAnalysis.Owner, original.Name, WritersRole) is { } owner ? $"; with the owner in the process, {LatencyText.Rate(owner)}." : ".")
            : "";

    // How much of what leaving the process costs a caller comes back if it sends several writes before it waits.
    private static IEnumerable<string> Ahead(StoresAnalysis analysis) =>
        from store in analysis.Stores
        where store.Promise is not null && analysis.Points.Count > 0
        let depth = analysis.Points.Max(point => point.Depth)
        let back = depth == 1 ? null : analysis.TimesOneCaller(store.State.Name, callers: 1, depth)
        where back is not null
        select $"**{LatencyText.NameOf(store.State)}:** a caller that sends {FigureText.Count(depth)} writes before it waits for the first answer completes {FigureText.WithInterval(Figure.Of(back, ""))} times as many as one that waits for each.";

    private static bool IsElsewhere(StoresAnalysis analysis, StoredStore store) =>
        store.Promise is { HasKeysInside: false } && analysis.Run.Scenarios.Any(scenario => analysis.EngineTime(store.State.Name, scenario.Name) is not null);

    private static StoredStore? Lowest(IEnumerable<StoredStore> designs, Func<StoredStore, double?> figure) =>
        designs.Select(store => (Store: store, Figure: figure(store))).Where(one => one.Figure is not null).OrderBy(one => one.Figure).FirstOrDefault().Store;

    private static StoredScenario? Original(StoresAnalysis analysis) => analysis.Run.Scenarios.FirstOrDefault(scenario => scenario.Roles is [{ Operation: "Read" }, { Operation: "Write" }]);

    private static Estimate? Typical(StoresAnalysis analysis, string state, StoredScenario scenario) =>
        analysis.Has(state, scenario.Name) ? analysis.Times(state, scenario.Name, role: 0).Percentile(Half) : null;
}
