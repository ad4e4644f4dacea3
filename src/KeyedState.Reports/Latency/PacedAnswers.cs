using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What the figures of paced tasks say, in sentences: who keeps up, and who doesn't.</summary>
internal static class PacedAnswers
{
    /// <summary>The lines; none without designs.</summary>
    /// <param name="analysis">The run.</param>
    /// <param name="paced">Its paced tasks.</param>
    public static IEnumerable<string> Lines(LatencyAnalysis analysis, PacedAnalysis paced)
    {
        StoredState[] designs = [.. paced.States.Where(state => !state.IsLimit)];
        return designs.Length == 0 ? [] : [$"{FixedRate(paced, designs)} {Original(paced, designs)}{Bears(paced)}", ""];
    }

    /// <summary>A share from 0 to 1 with a tenth of a percent, since a hundredth is what decides.</summary>
    /// <param name="share">The share.</param>
    public static string Percent(double share) => FigureText.Fixed(100 * share, 1) + " %";

    private static string FixedRate(PacedAnalysis paced, StoredState[] designs)
    {
        var floor = paced.ShareOfFixedRate(LatencyAnalysis.Floor)?.Center;
        return $"**At the fixed rate**, {Kept(designs, state => paced.ShareOfFixedRate(state.Name), PacedJudgement.LeastOfRate, $"of {LatencyText.Arrivals(paced.IntendedRate)}")}."
            + (floor < PacedJudgement.LeastOfRate ? $" The empty state completes {Percent(floor.Value)} of it, so what is missing may be the pacing and not the design." : "");
    }

    private static string Original(PacedAnalysis paced, StoredState[] designs) => paced.HasOriginal
        ? $"**In the original's way**, {Kept(designs, state => paced.ShareOfGo(state.Name), PacedJudgement.LeastOfGo, "of what the original completes in Go")}."
            + (paced.ShareOfGo(LatencyAnalysis.Floor) is { } floor ? $" The empty state completes {Percent(floor.Center)} of it, which is what the pacing here comes to without a design." : "")
        : $"**In the original's way**, the designs complete {FigureText.Range([.. designs.Select(state => paced.ShareOfIntended(state.Name)).OfType<Estimate>().Select(share => share.Center)], Percent)} of {LatencyText.Arrivals(paced.IntendedRate)}; there is no figure in Go to hold that against.";

    // What Go's channels cannot bear without pauses, nobody can ask of others as if they could.
    private static string Bears(PacedAnalysis paced) => paced.Go(GoDesign.Channels, paced: false) is { } most && most.Center < paced.IntendedRate
        ? $" Go's channels complete {LatencyText.Rate(most)} even without pauses, and could not bear the fixed rate."
        : "";

    private static string Kept(StoredState[] designs, Func<StoredState, Estimate?> share, double least, string whole)
    {
        var shares = designs.Select(state => (Name: LatencyText.NameOf(state), Share: share(state)?.Center)).ToArray();
        string[] missed = [.. shares.Where(one => !(one.Share >= least)).OrderByDescending(one => one.Share).Select(one => $"{one.Name} ({(one.Share is { } figure ? Percent(figure) : "no figure")})")];
        var bound = $"at least {FigureText.Percent(least)} {whole}";
        return missed.Length == 0 ? designs.Length switch
        {
            1 => $"{shares[0].Name} completes {bound}",
            2 => $"both designs complete {bound}",
            var all => $"all {FigureText.Count(all)} designs complete {bound}",
        }
            : missed.Length == designs.Length ? $"no design completes {bound}: {Words.List(missed)}"
            : $"{FigureText.Count(designs.Length - missed.Length)} of the {FigureText.Count(designs.Length)} designs complete {bound}, and {Words.List(missed)} {(missed.Length == 1 ? "does" : "do")} not";
    }
}
