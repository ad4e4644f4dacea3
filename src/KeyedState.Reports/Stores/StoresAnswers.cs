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
        string[] sentences = [.. OneWrite(analysis), .. ManyCallers(analysis)];
        return sentences.Length == 0 ? [] : sentences.SelectMany(sentence => new[] { $"> {sentence}", ">" }).SkipLast(1).Append("");
    }

    // The scenario of one role with one worker that writes.
    private static IEnumerable<string> OneWrite(StoresAnalysis analysis)
    {
        if (analysis.Run.Scenarios.FirstOrDefault(scenario => scenario.Roles is [{ Workers: 1, Operation: "Write" }]) is not { } alone)
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

    private static IEnumerable<StoredStore> Beyond(StoresAnalysis analysis) => analysis.Stores.Where(store => store.Promise is not null);

    private static Estimate? Typical(StoresAnalysis analysis, string state, StoredScenario scenario) =>
        analysis.Has(state, scenario.Name) ? analysis.Times(state, scenario.Name, role: 0).Percentile(Half) : null;
}
