using System.Globalization;
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
            .. Reason(analysis, "To leave the process", store => IsElsewhere(analysis, store)),
            .. Reason(analysis, "To outlive the engine's process", store => store.Promise is { SurvivesProcess: true }),
            .. Reason(analysis, "To outlive a power cut", store => store.Promise is { SurvivesPowerCut: true }),
            .. Ahead(analysis),
        ];
        return sentences.Length == 0 ? [] : sentences.SelectMany(sentence => new[] { $"> {sentence}", ">" }).SkipLast(1).Append("");
    }

    // The cheapest design that does what is asked for: for one caller who waits for each write, and for many.
    private static IEnumerable<string> Reason(StoresAnalysis analysis, string aim, Func<StoredStore, bool> does)
    {
        StoredStore[] designs = [.. analysis.Stores.Where(does)];
        if (StoresLimits.Alone(analysis.Run) is not { } alone || Busiest(designs, store => analysis.Throughput(store.State.Name, alone.Name)) is not { } cheapest)
        {
            yield break;
        }

        var write = Typical(analysis, cheapest.State.Name, alone)!;
        var times = analysis.TimesSlowerThan(cheapest.State.Name, StoresAnalysis.Owner, alone.Name, role: 0);
        var limit = analysis.Stores.FirstOrDefault(store => store.State.Name == cheapest.Promise?.Limit);
        var least = limit is null ? null : Typical(analysis, limit.State.Name, alone);
        yield return $"**{aim},** a write takes one caller at least {LatencyText.Time(write)} at the median ({LatencyText.NameOf(cheapest.State)})"
            + (least is null ? "." : $"; its limit, {MarkdownText.Escape(limit!.State.Title)}, takes {LatencyText.Time(least)}.")
            + (times is null ? "" : $" In the callers' process, an owner completes {Factor(times)} times as many writes{Than(analysis, cheapest.State.Name, StoresAnalysis.Floor, alone, " and the lock {0} times as many")}{Than(analysis, limit?.State.Name, StoresAnalysis.Owner, alone, "; that owner completes {0} times as many as the limit")}.")
            + Many(analysis, designs);
    }

    private static string Than(StoresAnalysis analysis, string? state, string other, StoredScenario alone, string text) =>
        state is not null && analysis.TimesSlowerThan(state, other, alone.Name, role: 0) is { } times ? string.Format(CultureInfo.InvariantCulture, text, Factor(times)) : "";

    private static string Factor(Estimate times) => FigureText.WithInterval(Figure.Of(times, ""));

    // Reads of a design in the callers' process would hide what its writes take.
    private static string Many(StoresAnalysis analysis, StoredStore[] designs) =>
        Original(analysis) is { } original && Busiest(designs, store => analysis.Throughput(store.State.Name, original.Name, WritersRole)) is { } busiest
            ? $" With {FigureText.Count(original.Roles[0].Workers)} readers beside them, {FigureText.Count(original.Roles[WritersRole].Workers)} writers together get the most done with {LatencyText.NameOf(busiest.State)}, {LatencyText.Rate(analysis.Throughput(busiest.State.Name, original.Name, WritersRole))}"
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

    private static StoredStore? Busiest(IEnumerable<StoredStore> designs, Func<StoredStore, Estimate?> rate) =>
        designs.Select(store => (Store: store, Rate: rate(store)?.Center)).Where(one => one.Rate is not null).OrderByDescending(one => one.Rate).FirstOrDefault().Store;

    private static StoredScenario? Original(StoresAnalysis analysis) => analysis.Run.Scenarios.FirstOrDefault(scenario => scenario.Roles is [{ Operation: "Read" }, { Operation: "Write" }]);

    private static Estimate? Typical(StoresAnalysis analysis, string state, StoredScenario scenario) =>
        analysis.Has(state, scenario.Name) ? analysis.Times(state, scenario.Name, role: 0).Percentile(Half) : null;
}
