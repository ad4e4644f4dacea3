using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What the curves of an axis say, in sentences: who leads, and where two designs change places.</summary>
internal static class MatrixSentences
{
    private const int MostTurns = 5;

    // What is hardly a difference is no reason to take another design.
    private const double LeastStrength = 1.1;

    /// <summary>Who leads along an axis; null where nobody has figures on it.</summary>
    public static string? Summary(MatrixAnalysis analysis, StoredAxis axis, IReadOnlyList<MatrixAnalysis> machines)
    {
        var leads = analysis.Leads(axis);
        if (leads.Count == 0)
        {
            return null;
        }

        var what = $"**{MarkdownText.Escape(Capital(axis.Name))}:** ";
        if (MatrixAnalysis.IsOfCores(axis))
        {
            return what + Scaling(analysis, axis);
        }

        if (axis.Scale == AxisScale.Named)
        {
            return what + string.Join("; ", Named(analysis, axis, leads)) + "." + (axis.Points.Count == 2 ? Change(analysis, axis) : "");
        }

        return what + (leads.Count == 1
            ? $"{Title(analysis, leads[0].State)} leads {(leads[0].IsClear ? "at every point" : "at every point, or is level with the fastest")}."
            : string.Concat(leads.Index().Select(lead => Step(analysis, axis, leads, lead.Index, machines))) + ".");
    }

    /// <summary>Which designs change places along an axis, the clearest first.</summary>
    public static IReadOnlyList<string> Turns(MatrixAnalysis analysis, StoredAxis axis, IReadOnlyList<MatrixAnalysis> machines)
    {
        TurningPoint[] turns = [.. analysis.Turns(axis).Where(turn => turn.Strength >= LeastStrength)];
        var left = turns.Length - MostTurns;
        return
        [
            .. turns.Take(MostTurns).Select(turn => Text(analysis, axis, turn, machines)),
            .. left > 0 ? [$"{FigureText.Count(left)} more {(left == 1 ? "pair changes" : "pairs change")} places, as the table shows."] : Array.Empty<string>(),
        ];
    }

    private static string Step(MatrixAnalysis analysis, StoredAxis axis, IReadOnlyList<Lead> leads, int index, IReadOnlyList<MatrixAnalysis> machines)
    {
        var lead = leads[index];
        var until = index == leads.Count - 1 ? "" : leads[index + 1].Turn is { } turn ? UpTo(axis, turn) + Range(axis, turn, machines) : $" up to {Label(axis, lead.To)}";
        return index == 0 ? $"{Title(analysis, lead.State)} leads{until}" : $", then {Title(analysis, lead.State)}{until}";
    }

    private static string UpTo(StoredAxis axis, TurningPoint turn) => turn.At is { } at
        ? $" up to about {Value(axis, at)}"
        : $" with {Label(axis, turn.From)} and no longer with {Label(axis, turn.To)}";

    private static string Text(MatrixAnalysis analysis, StoredAxis axis, TurningPoint turn, IReadOnlyList<MatrixAnalysis> machines)
    {
        var (before, after) = (Title(analysis, turn.Before), Title(analysis, turn.After));
        var where = turn.At is { } at ? $"; they are level at about {Value(axis, at)}{Range(axis, turn, machines)}" : Range(axis, turn, machines);
        return $"{before} is {FigureText.Rounded(turn.BeforeBy)} times as fast as {after} with {Label(axis, turn.From)}, and {after} {FigureText.Rounded(turn.AfterBy)} times as fast as {before} with {Label(axis, turn.To)}{where}.";
    }

    private static string Range(StoredAxis axis, TurningPoint turn, IReadOnlyList<MatrixAnalysis> machines)
    {
        var range = TurnRange.Of(turn, machines);
        return range.Machines < 2 ? ""
            : range.Having < range.Machines ? $" [so on {FigureText.Count(range.Having)} of {FigureText.Count(range.Machines)}]"
            : range is { Lowest: { } low, Highest: { } high } ? $" [{FigureText.Range([low, high], place => Number(axis, place))}{MarkdownText.Escape(axis.Unit)}]"
            : " [so on all]";
    }

    private static IEnumerable<string> Named(MatrixAnalysis analysis, StoredAxis axis, IReadOnlyList<Lead> leads) => leads
        .SelectMany(lead => Enumerable.Range(lead.From, lead.To - lead.From + 1).Select(point => (lead.State, Point: point)))
        .GroupBy(one => one.State)
        .Select(group => $"{Title(analysis, group.Key)} leads, or is level with the fastest, with {Words.List([.. group.Select(one => Label(axis, one.Point))])}");

    // Each design is held against itself, so that what it promises plays no part.
    private static string Change(MatrixAnalysis analysis, StoredAxis axis)
    {
        var gains = analysis.Designs
            .Select(state => (State: state, Gain: analysis.Gain(state.Name, axis.Points[1], axis.Points[0])))
            .Where(one => TurnFinder.Side(one.Gain) != 0).OrderByDescending(one => one.Gain!.Center).ToArray();
        var (faster, slower) = (gains.Where(one => one.Gain!.Center > 1).ToArray(), gains.Where(one => one.Gain!.Center < 1).Reverse().ToArray());
        var start = $" With {Label(axis, 1)} instead of {Label(axis, 0)}, ";
        return gains.Length == 0 ? $"{start}no design changes clearly."
            : $"{start}{Words.List([.. Part(faster, "faster"), .. Part(slower, "slower")])}{(gains.Length < analysis.Designs.Count ? "; no other design changes clearly" : "")}.";

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

    private static string Times(double factor) => factor >= 1 ? $"{FigureText.Rounded(factor)} times its" : $"{FigureText.Rounded(100 * factor)} % of its";

    private static string Scaling(MatrixAnalysis analysis, StoredAxis axis)
    {
        var last = axis.Points.Count - 1;
        var gains = analysis.Designs
            .Select(state => (State: state, Efficiency: analysis.Efficiency(state.Name, axis)[last]))
            .Where(one => one.Efficiency is not null).OrderByDescending(one => one.Efficiency!.Center).ToArray();
        if (gains.Length == 0)
        {
            return "no design has figures on one core and on all.";
        }

        var cores = axis.Points[last].At / axis.Points[0].At;
        var (best, worst) = (gains[0], gains[^1]);
        string[] slower = [.. gains.Where(one => one.Efficiency!.Upper * cores < 1).Select(one => MarkdownText.Escape(one.State.Title))];
        return $"with {Label(axis, last)} cores instead of {Label(axis, 0)}, {MarkdownText.Escape(best.State.Title)} gains most, {FigureText.Rounded(best.Efficiency!.Center * cores)} times its throughput on one"
            + (gains.Length > 1 ? $", and {MarkdownText.Escape(worst.State.Title)} least, {FigureText.Rounded(worst.Efficiency!.Center * cores)} times" : "")
            + (slower.Length > 0 ? $". {(slower.Length == 1 ? "One design is" : $"{FigureText.Count(slower.Length)} designs are")} clearly slower on all cores than on one: {Words.List(slower)}." : ".");
    }

    private static string Label(StoredAxis axis, int point)
    {
        var label = MarkdownText.Escape(axis.Points[point].Label);
        return MatrixAnalysis.IsOfCores(axis) || axis.Unit.Length == 0 || axis.Unit == " %" ? label
            : axis.Points[point].At == 1 ? label + MarkdownText.Escape(axis.Unit.TrimEnd('s')) : label + MarkdownText.Escape(axis.Unit);
    }

    private static string Value(StoredAxis axis, double at) => Number(axis, at) + MarkdownText.Escape(axis.Unit);

    // A place between two points is not known to more than two digits.
    private static string Number(StoredAxis axis, double at) => axis.Scale == AxisScale.Logarithmic && at >= 10_000
        ? FigureText.Rounded(at / 1_000) + ",000"
        : FigureText.Rounded(at);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Title(MatrixAnalysis analysis, string state) => MarkdownText.Escape(analysis.Run.States.First(one => one.State.Name == state).State.Title);
}
