using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What must be known to read the table of all states.</summary>
internal static class TableNotes
{
    /// <summary>The notes that apply to the run, a line each.</summary>
    public static IEnumerable<string> Lines(RunAnalysis analysis)
    {
        if (analysis.Baseline is { } baseline)
        {
            yield return $"- The baseline is {MarkdownText.Code(baseline.Declared.Name)}, because that is what most people would write.";
        }

        yield return $"- {FactText.Interval} A figure without an interval has too few launches for one.";
        if (analysis.States.Any(state => state.IsLimit))
        {
            yield return "- A limit is no design to choose. It leaves out the data or the protection, and so shows what a part of the cost is by itself: that of the harness, of async and await, or of an unprotected table.";
        }

        yield return $"- *{StateColumn.AllocatedBeyond.Heading}* is what the state itself allocates. What {MarkdownText.Code(RunAnalysis.EmptyName)} allocates is subtracted for calls that can complete synchronously, and what {MarkdownText.Code(RunAnalysis.FloorName)} allocates for the others.";
        if (FactText.Distance(analysis) is { } distance)
        {
            yield return $"- {distance}{(analysis.AtOtherDistance() is null ? "" : " The all-cores figures are from these iterations alone.")}";
        }

        if (FactText.Pace(analysis) is { } pace)
        {
            yield return $"- {pace}";
        }

        if (analysis.UnderTheFloor is { Count: > 0 } under)
        {
            yield return $"- {MarkdownText.Code(RunAnalysis.FloorName)} should be the fastest way to suspend and resume callers. In this run it was not: {Words.List([.. under.Select(state => $"{MarkdownText.Code(state.Declared.Name)} took less time on {Words.List([.. Look.All.Where(look => IsUnder(analysis, state, look)).Select(look => look.Name)])}")])}.";
        }

        if (analysis.States.Where(state => state.Marks.Contains(Mark.Collections)).Select(Collections).ToArray() is { Length: > 0 } uneven)
        {
            yield return $"- GCs per million operations on one core, against the number expected from the rate on all cores: {Words.List(uneven)}. An iteration on one core holds a whole number of GCs, so these costs contain more or fewer of them than the state causes.";
        }

        foreach (var state in analysis.States.Where(state => state.Declared.DependsOnAlternation && !state.HasFailed))
        {
            yield return Alternation(state, analysis.Run);
        }
    }

    private static bool IsUnder(RunAnalysis analysis, StateAnalysis state, Look look) =>
        state.SpeedupOver(analysis.States.First(floor => floor.Declared.Name == RunAnalysis.FloorName), look) is { Lower: > 1 };

    private static string Collections(StateAnalysis state)
    {
        var (rates, cost) = (state.Collections!, state.Cost.Estimate!.Center);
        return $"{MarkdownText.Code(state.Declared.Name)} {FigureText.Significant(rates.OneCore)} against {FigureText.Significant(rates.Due)} ({FigureText.Percent(rates.Excess / cost)} of its cost)";
    }

    private static string Alternation(StateAnalysis state, StoredRun run)
    {
        var runs = run.Launches.Where(launch => launch.State == state.Declared.Name)
            .GroupBy(launch => launch.Look)
            .OrderBy(look => look.Key.Order)
            .Select(look => (Look: look.Key.Name, Length: look.Max(launch => launch.RunLength)))
            .ToArray();
        var because = state.Declared.DependsBecause is { } reason ? $": {MarkdownText.Escape(reason)}" : "";
        var dependence = $"- {MarkdownText.Code(state.Declared.Name)} depends on how closely reads and writes alternate{because}.";
        return runs.All(one => one.Length == 1)
            ? $"{dependence} Here a worker yielded its thread after every operation."
            : $"{dependence} Here a worker made {Words.List([.. runs.Select(one => $"{FigureText.Count(one.Length)} operations in a row on {one.Look}")])}; `run --suite alternating` measures it with a yield after every operation.";
    }
}
