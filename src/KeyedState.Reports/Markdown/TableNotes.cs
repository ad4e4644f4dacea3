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

        yield return $"- {FactText.Interval} Where there are too few launches for one there is none. *How it was measured* explains marks and limits.";
        if (FactText.Distance(analysis) is { } distance)
        {
            yield return $"- {distance}{(analysis.AtOtherDistance() is null ? "" : " The figures on all cores are from these alone.")}";
        }

        if (FactText.Pace(analysis) is { } pace)
        {
            yield return $"- {pace}";
        }

        if (analysis.UnderTheFloor is { Count: > 0 } under)
        {
            yield return $"- {MarkdownText.Code(RunAnalysis.FloorName)} is no lower bound in this run: on one core, on all cores or on both, {Words.List([.. under.Select(state => MarkdownText.Code(state.Declared.Name))])} took less time.";
        }

        if (analysis.States.Where(state => state.Marks.Contains(Mark.Collections)).Select(Collections).ToArray() is { Length: > 0 } uneven)
        {
            yield return $"- GC collections per million operations on one core, against the number expected from the rate on all cores: {Words.List(uneven)}. On one core an iteration has whole collections, so these costs hold too many of them or too few.";
        }

        foreach (var state in analysis.States.Where(state => state.Declared.DependsOnAlternation && !state.HasFailed))
        {
            yield return Alternation(state, analysis.Run);
        }
    }

    private static string Collections(StateAnalysis state)
    {
        var (rates, cost) = (state.Collections!, state.Cost.Estimate!.Center);
        return $"{MarkdownText.Code(state.Declared.Name)} {FigureText.Fixed(rates.OneCore, 1)} against {FigureText.Fixed(rates.Due, 1)} ({FigureText.Percent(rates.Excess / cost)} of its cost)";
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
            ? $"{dependence} Here a worker yielded after every operation."
            : $"{dependence} Here a worker made {Words.List([.. runs.Select(one => $"{FigureText.Count(one.Length)} operations in a row on {one.Look}")])}; `run --suite alternating` measures it at a run of one operation.";
    }
}
