using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What another point of an axis does to each design, in sentences.</summary>
internal static class MatrixChanges
{
    /// <summary>Which designs change from the first of two points to the second. Each is held against itself, so that what it promises plays no part.</summary>
    public static string OfTwo(MatrixAnalysis analysis, StoredAxis axis)
    {
        var all = analysis.Designs.Select(state => (State: state, Gain: analysis.Gain(state.Name, axis.Points[1], axis.Points[0]))).Where(one => one.Gain is not null).ToArray();
        if (all.Length == 0 || all.Any(one => one.Gain is { Lower: null }))
        {
            return all.Length == 0 ? "" : " There are too few launches to say which designs change.";
        }

        var gains = all.Where(one => TurnFinder.Side(one.Gain) != 0).OrderByDescending(one => one.Gain!.Center).ToArray();
        var (faster, slower) = (gains.Where(one => one.Gain!.Center > 1).ToArray(), gains.Where(one => one.Gain!.Center < 1).Reverse().ToArray());
        var start = $" With {MatrixSentences.Label(axis, 1)} instead of {MatrixSentences.Label(axis, 0)}, ";
        return gains.Length == 0 ? $"{start}no design changes clearly."
            : $"{start}{Words.List([.. Part(faster, "faster"), .. Part(slower, "slower")])}{(gains.Length < all.Length ? "; no other design changes clearly" : "")}.";

        static string[] Part((StoredState State, Estimate? Gain)[] states, string word)
        {
            if (states.Length == 0)
            {
                return [];
            }

            var first = MarkdownText.Escape(states[0].State.Title);
            var share = Times(states[0].Gain!.Center);
            return [states.Length == 1 ? $"{first} is clearly {word} ({share} throughput)" : $"{FigureText.Count(states.Length)} designs are clearly {word}, most of all {first} ({share} throughput)"];
        }
    }

    /// <summary>Which design clearly gains most by more cores, which keeps least, and which lose.</summary>
    public static string OfCores(MatrixAnalysis analysis, StoredAxis axis)
    {
        var last = axis.Points.Count - 1;
        var gains = analysis.Designs
            .Select(state => (State: state, Efficiency: analysis.Efficiency(state.Name, axis)[last]))
            .Where(one => one.Efficiency is not null).OrderByDescending(one => one.Efficiency!.Center).ToArray();
        if (gains.Length == 0)
        {
            return "no design has figures on one core and on all.";
        }

        if (gains.Any(one => one.Efficiency is { Lower: null }))
        {
            return "too few launches to say who gains.";
        }

        var cores = axis.Points[last].At / axis.Points[0].At;
        var worst = gains[^1];
        string[] slower = [.. gains.Where(one => one.Efficiency!.Upper * cores < 1).Select(one => MarkdownText.Escape(one.State.Title))];
        var gainers = gains.Where(one => one.Efficiency!.Lower * cores > 1).ToArray();
        return $"with {MatrixSentences.Label(axis, last)} cores instead of {MatrixSentences.Label(axis, 0)}, "
            + (gainers.Length == 0 ? "no design gains clearly"
                : $"{MarkdownText.Escape(gainers[0].State.Title)} gains most, {FigureText.Rounded(gainers[0].Efficiency!.Center * cores)} times its throughput on one")
            + (gains.Length > gainers.Length ? $"; {MarkdownText.Escape(worst.State.Title)} keeps least, {FigureText.Rounded(worst.Efficiency!.Center * cores)} times" : "")
            + (slower.Length > 0 ? $". {(slower.Length == 1 ? "One design is" : $"{FigureText.Count(slower.Length)} designs are")} clearly slower on all cores than on one: {Words.List(slower)}." : ".");
    }

    private static string Times(double factor) => factor >= 1 ? $"{FigureText.Rounded(factor)} times its" : $"{FigureText.Rounded(100 * factor)} % of its";
}
