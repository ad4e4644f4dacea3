using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>Which kind of owner to take for operations of several steps: what held in the compound run of every place, for states that have not changed since.</summary>
/// <param name="comparison">The places.</param>
internal sealed class CompoundAdvice(PlaceComparison comparison)
{
    private const string Ledger = "ledger";
    private const string Pausing = "spread update, 1 ms";
    private const int MostNamed = 4;

    private readonly IReadOnlyList<MeasuredCompound> runs = comparison.Compound;

    /// <summary>The sentences, as items of a list.</summary>
    public IEnumerable<string> Lines() => new[] { SeveralKeys(), Turn(), Waiting() }.OfType<string>();

    private string SeveralKeys()
    {
        StoredState[] ranked = Ranked(Ledger);
        if (ranked.Length == 0)
        {
            return "**If one step must read or change several keys:** that is not measured yet. A lock is the place to start, since whoever holds it makes any number of steps one; an owner does too. `ConcurrentDictionary` only makes single keys safe.";
        }

        StoredState[] best = [ranked[0], .. ranked.Skip(1).Where(state => Ratios(ranked[0], state, Ledger).Length == 0)];
        string[] named = [.. ranked.Take(Math.Max(MostNamed, best.Length)).Select(state => $"{Link(state)} {Range(Rates(state, Ledger))}")];
        return $"**If one step must read or change several keys, take {string.Join(" or ", best.Select(Link))}.** Million operations per second over five keys, where 100 tasks read all of them at one instant and 10 move an amount from one to another: {Words.List(named)}. `ConcurrentDictionary` can't do that: it changes one key in a step.";
    }

    // Two designs of which the one is clearly faster at plain writes, and the other at the ledger, in every run.
    private string? Turn()
    {
        var turns =
            from one in Ranked(CompoundAnalysis.PlainWrites)
            from other in Ranked(Ledger)
            where one.Name != other.Name && Rates(one, Ledger).Length > 0 && Rates(other, CompoundAnalysis.PlainWrites).Length > 0
            let before = Ratios(one, other, CompoundAnalysis.PlainWrites)
            let after = Ratios(other, one, Ledger)
            where before.Length > 0 && after.Length > 0
            orderby before.Min() * after.Min() descending
            select $"**The order can turn with the operation:** {Link(one)} makes {Range(before)} times as many plain writes as {Link(other)}, which does {Range(after)} times as much of the above.";
        return turns.FirstOrDefault();
    }

    private string? Waiting()
    {
        StoredState[] ranked = [.. Ranked(Pausing).OrderByDescending(state => Shares(state).Min())];
        if (ranked.Length == 0)
        {
            return null;
        }

        var (best, last) = (ranked.FirstOrDefault(IsOfOneKey) ?? ranked[0], ranked[^1]);
        if (!IsOfOneKey(best))
        {
            return null;
        }

        return $"**If your own code awaits between reading a key and writing it, let each key have an owner of its own**, such as {Link(best)}: where that code waits for a millisecond, over 100,000 keys, it reaches {Percent(Shares(best))} of the rate of tasks that only wait and use no map."
            + (best == last ? "" : $" {Link(last)} reaches {Percent(Shares(last))}. Meanwhile, a write of another key takes {Apart(last)} with {Link(last)} and {Apart(best)} with {Link(best)}.");
    }

    private string Apart(StoredState state) => FigureText.Range([.. runs.Select(run => run.Analysis.Apart(state.Name, Pausing)).OfType<double>()], time => CardSection.Time(time));

    private bool IsOfOneKey(StoredState state) =>
        runs.All(run => run.Analysis.Run.Capabilities.Any(offered => offered.State == state.Name && offered.OtherKeys == "GoesOn"));

    /// <summary>The designs that every run has a figure of and that have not changed since, the best of the slowest first.</summary>
    private StoredState[] Ranked(string scenario) => runs.Count == 0 ? [] :
    [
        .. runs[0].Analysis.Run.States.Select(state => state.State)
            .Where(state => !state.IsLimit && runs.All(run => run.ChangedSince?.Contains(state.Name) != true) && Rates(state, scenario).Length == runs.Count)
            .OrderByDescending(state => Rates(state, scenario).Min()),
    ];

    private double[] Rates(StoredState state, string scenario) =>
        [.. runs.Select(run => run.Analysis.Rate(state.Name, Look.AllCores, scenario)?.Center).OfType<double>()];

    private double[] Shares(StoredState state) => [.. runs.Select(run => run.Analysis.ShareOfWaiting(state.Name, Pausing)?.Center ?? 0)];

    /// <summary>How many times as fast the one is in each run; none where it is not clearly faster in all.</summary>
    private double[] Ratios(StoredState one, StoredState other, string scenario)
    {
        Estimate[] ratios = [.. runs.Select(run => run.Analysis.Speedup(one.Name, other.Name, Look.AllCores, scenario)).OfType<Estimate>()];
        return ratios.Length == runs.Count && ratios.All(ratio => ratio.Lower > 1) ? [.. ratios.Select(ratio => ratio.Center)] : [];
    }

    private static string Range(double[] values) => FigureText.Range(values, FigureText.Rounded);

    private static string Percent(double[] shares) => FigureText.Range([.. shares.Select(share => 100 * share)], FigureText.Rounded) + " %";

    private string Link(StoredState state) => PlaceText.Link(comparison, state);
}
