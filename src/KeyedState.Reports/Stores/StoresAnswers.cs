using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What the figures say, in sentences: what one write takes and how much of that is the way there, and what many callers get done.</summary>
internal static class StoresAnswers
{
    private const string Echo = "LoopbackEcho";
    private const string Flush = "Flush";
    private const double Half = 0.5;

    /// <summary>The lines.</summary>
    /// <param name="analysis">The run.</param>
    public static IEnumerable<string> Lines(StoresAnalysis analysis)
    {
        string[] sentences = [.. OneWrite(analysis), .. Ahead(analysis), .. ManyCallers(analysis)];
        return sentences.Length == 0 ? [] : sentences.SelectMany(sentence => new[] { $"> {sentence}", ">" }).SkipLast(1).Append("");
    }

    private static IEnumerable<string> OneWrite(StoresAnalysis analysis)
    {
        if (Alone(analysis) is not { } alone)
        {
            yield break;
        }

        foreach (var store in Beyond(analysis))
        {
            if (Typical(analysis, store.State.Name, alone) is not { } write)
            {
                continue;
            }

            var limit = store.Promise!.SurvivesPowerCut ? Flush : analysis.EngineTime(store.State.Name, alone.Name) is null ? null : Echo;
            var least = limit is null ? null : Typical(analysis, limit, alone);
            yield return $"**{LatencyText.NameOf(store.State)}:** a write of one caller takes {LatencyText.Time(write)} at the median"
                + (least is null ? "." : $"; {(limit == Flush ? "an append with a flush to the disk" : "the bytes' way to another process and back")} alone takes {LatencyText.Time(least)}.");
        }
    }

    // How much of what leaving the process costs a caller comes back if it sends several writes before it waits.
    private static IEnumerable<string> Ahead(StoresAnalysis analysis) =>
        from store in Beyond(analysis)
        where Alone(analysis) is not null && analysis.Points.Count > 0
        let depth = analysis.Points.Max(point => point.Depth)
        let cost = analysis.TimesSlowerThan(store.State.Name, StoresAnalysis.Owner, Alone(analysis)!.Name)
        let back = depth == 1 ? null : analysis.TimesOneCaller(store.State.Name, callers: 1, depth)
        where cost is not null && back is not null
        select $"**{LatencyText.NameOf(store.State)}:** one caller that waits for each answer completes {FigureText.WithInterval(Figure.Of(cost, ""))} times as many writes with an owner in its process; sending {FigureText.Count(depth)} before it waits for the first answer gets back {FigureText.WithInterval(Figure.Of(back, ""))} times.";

    private static IEnumerable<string> ManyCallers(StoresAnalysis analysis)
    {
        if (analysis.Run.Scenarios.FirstOrDefault(scenario => scenario.Roles is [{ Operation: "Read" }, { Operation: "Write" }]) is not { } original)
        {
            yield break;
        }

        string[] compared =
        [
            .. from store in Beyond(analysis)
               let factor = analysis.TimesSlowerThan(store.State.Name, StoresAnalysis.Owner, original.Name)
               where factor is not null
               select $"{FigureText.WithInterval(Figure.Of(factor, ""))} times as many operations as {LatencyText.NameOf(store.State)}",
        ];
        if (compared.Length > 0)
        {
            yield return $"**{FigureText.Count(original.Roles[0].Workers)} readers and {FigureText.Count(original.Roles[1].Workers)} writers:** an owner in the process that answers asynchronously completes {Words.List(compared)}.";
        }
    }

    // The scenario of one role with one worker that writes.
    private static StoredScenario? Alone(StoresAnalysis analysis) => analysis.Run.Scenarios.FirstOrDefault(scenario => scenario.Roles is [{ Workers: 1, Operation: "Write" }]);

    private static IEnumerable<StoredStore> Beyond(StoresAnalysis analysis) => analysis.Stores.Where(store => store.Promise is not null);

    private static Estimate? Typical(StoresAnalysis analysis, string state, StoredScenario scenario) =>
        analysis.Has(state, scenario.Name) ? analysis.Times(state, scenario.Name, role: 0).Percentile(Half) : null;
}
