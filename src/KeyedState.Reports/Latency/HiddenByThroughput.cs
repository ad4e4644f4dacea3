using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What a closed loop's operations per second do not tell, in sentences: long waits of fast designs, and roles that get less than their share.</summary>
internal static class HiddenByThroughput
{
    private const int MostDesigns = 3;

    // How many times as much as its share a role must get.
    private const double LeastExcess = 2;

    // Among so many pairs of designs, roles and percentiles some intervals miss each other by chance, but hardly by so much.
    private const double LeastTimesLonger = 2;

    private static readonly (double Share, string Calls)[] Tails = [(0.99, "a hundred"), (0.999, "a thousand"), (0.9999, "ten thousand")];

    /// <summary>The sentences; none where there is nothing that intervals make certain.</summary>
    /// <param name="analysis">The run.</param>
    public static IEnumerable<string> Sentences(LatencyAnalysis analysis)
    {
        StoredState[] designs = [.. analysis.States.Where(state => !state.IsLimit)];
        return [.. LongWaits(analysis, designs), .. Roles(analysis, designs)];
    }

    private static IEnumerable<string> LongWaits(LatencyAnalysis analysis, StoredState[] designs)
    {
        var ranked =
            (from state in designs
             from role in analysis.Run.Scenario.Roles.Select((role, index) => (role.Name, Index: index))
             let times = analysis.ClosedTimes(state.Name, role.Index)
             select (State: state, Role: role.Name, Rate: analysis.Throughput(state.Name), Tails: Tails.Select(tail => times.Percentile(tail.Share)).ToArray())).ToArray();
        var pairs =
            from fast in ranked
            from slow in ranked
            where fast.Role == slow.Role && fast.Rate?.Lower > slow.Rate?.Upper
            from tail in Enumerable.Range(0, Tails.Length)
            let times = (Fast: fast.Tails[tail], Slow: slow.Tails[tail])
            where times.Fast?.Lower > LeastTimesLonger * times.Slow?.Upper && times.Fast!.Center >= analysis.Resolution
            orderby Math.Log(fast.Rate!.Center / slow.Rate!.Center) * Math.Log(times.Fast.Center / times.Slow!.Center) descending
            select (Fast: fast.State, Slow: slow.State, fast.Role, Rate: fast.Rate.Center / slow.Rate.Center, Tails[tail].Calls, times);
        return pairs.DistinctBy(pair => pair.Fast.Name).Take(MostDesigns).Select(pair =>
            $"**Throughput hides it:** {LatencyText.NameOf(pair.Fast)} does {FigureText.Significant(pair.Rate)} times as many operations as {LatencyText.NameOf(pair.Slow)}, yet one in {pair.Calls} calls of its {MarkdownText.Escape(pair.Role)} takes {LatencyText.Time(pair.times.Fast!.Center)} or longer; with {LatencyText.NameOf(pair.Slow)}, that figure is {Shorter(pair.times.Slow!)}.");

        string Shorter(Estimate time) => LatencyText.ClosedTime(analysis, time with { Lower = null, Upper = null });
    }

    private static IEnumerable<string> Roles(LatencyAnalysis analysis, StoredState[] designs)
    {
        var roles = analysis.Run.Scenario.Roles;
        if (roles.Count != 2)
        {
            return [];
        }

        var planned = (double)roles[0].Workers / roles[1].Workers;
        var (first, second) = (MarkdownText.Escape(roles[0].Name), MarkdownText.Escape(roles[1].Name));
        string[] favoured =
        [
            .. from state in designs
               let mix = analysis.Mix(state.Name, 0, 1)
               where mix?.Lower > LeastExcess * planned
               orderby mix.Center descending
               select $"{FigureText.Significant(mix.Center)} (with {LatencyText.NameOf(state)})",
        ];
        return favoured.Length == 0 ? [] :
        [
            $"**Throughput counts all roles together:** there are {FigureText.Significant(planned)} {first} for each of the {second}, but {first} complete {Words.List([.. favoured.Take(MostDesigns)])} times as many operations as {second}."
                + " A task that is answered at once keeps its thread for a turn, in which short operations go further than long ones.",
        ];
    }
}
