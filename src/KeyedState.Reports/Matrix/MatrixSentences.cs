using System.Globalization;
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
        var (leads, undecided) = analysis.Leads(axis);
        if (leads.Count + undecided.Count == 0)
        {
            return null;
        }

        var what = $"**{MarkdownText.Escape(Capital(axis.Name))}:** ";
        if (MatrixAnalysis.IsOfCores(axis))
        {
            return what + MatrixChanges.OfCores(analysis, axis);
        }

        if (leads.Count == 0)
        {
            return $"{what}too few launches to say who leads.";
        }

        if (undecided.Count > 0)
        {
            what += $"too few launches to say who leads with {Words.List([.. undecided.Select(point => Label(axis, point))])}; ";
        }

        if (axis.Scale == AxisScale.Named)
        {
            return what + string.Join("; ", Named(analysis, axis, leads)) + "." + (axis.Points.Count == 2 ? MatrixChanges.OfTwo(analysis, axis) : "");
        }

        return what + (leads.Count == 1
            ? $"{Title(analysis, leads[0].State)} {Leads(leads[0])} at every {(undecided.Count > 0 ? "other " : "")}point."
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
            .. left > 0 ? [$"There {(left == 1 ? "is one more such change" : $"are {FigureText.Count(left)} more such changes")} in the table."] : Array.Empty<string>(),
        ];
    }

    /// <summary>A point as it stands in a sentence.</summary>
    public static string Label(StoredAxis axis, int point)
    {
        var label = MarkdownText.Escape(axis.Points[point].Label);
        return MatrixAnalysis.IsOfCores(axis) || axis.Unit.Length == 0 || axis.Unit == " %" ? label
            : axis.Points[point].At == 1 ? label + MarkdownText.Escape(axis.Unit.TrimEnd('s')) : label + MarkdownText.Escape(axis.Unit);
    }

    private static string Step(MatrixAnalysis analysis, StoredAxis axis, IReadOnlyList<Lead> leads, int index, IReadOnlyList<MatrixAnalysis> machines)
    {
        var lead = leads[index];
        var until = index == leads.Count - 1 ? "" : leads[index + 1].Turn is { } turn ? UpTo(axis, turn) + Range(analysis, axis, turn, machines) : $" up to {Label(axis, lead.To)}";
        return index == 0 ? $"{Title(analysis, lead.State)} {Leads(lead)}{until}"
            : $", then {Title(analysis, lead.State)}{(lead.IsClear ? "" : $" {Leads(lead)}")}{until}";
    }

    private static string Leads(Lead lead) => lead.IsClear ? "leads" : "leads or is level with the fastest";

    private static string UpTo(StoredAxis axis, TurningPoint turn) => turn.At is { } at
        ? $" up to about {Value(axis, at)}"
        : $" with {Label(axis, turn.From)} and no longer with {Label(axis, turn.To)}";

    private static string Text(MatrixAnalysis analysis, StoredAxis axis, TurningPoint turn, IReadOnlyList<MatrixAnalysis> machines)
    {
        var (before, after) = (Title(analysis, turn.Before), Title(analysis, turn.After));
        var where = turn.At is { } at ? $"; they are level at about {Value(axis, at)}{Range(analysis, axis, turn, machines)}" : Range(analysis, axis, turn, machines);
        return $"{before} is {FigureText.Rounded(turn.BeforeBy)} times as fast as {after} with {Label(axis, turn.From)}, and {after} {FigureText.Rounded(turn.AfterBy)} times as fast as {before} with {Label(axis, turn.To)}{where}.";
    }

    private static string Range(MatrixAnalysis analysis, StoredAxis axis, TurningPoint turn, IReadOnlyList<MatrixAnalysis> machines)
    {
        var range = TurnRange.Of(turn, analysis, machines);
        return range.Machines < 2 ? ""
            : range.Having < range.Machines ? $" [on {FigureText.Count(range.Having)} of {FigureText.Count(range.Machines)} runs]"
            : range is not { Lowest: { } low, Highest: { } high } ? " [on all runs]"
            : range.Placed < range.Having ? $" [on all {FigureText.Count(range.Having)} runs; {Places(axis, low, high)} on the {FigureText.Count(range.Placed)} that show{(range.Placed == 1 ? "s" : "")} where]"
            : $" [{Places(axis, low, high)}]";
    }

    private static string Places(StoredAxis axis, double low, double high) => FigureText.Range([low, high], place => Number(place)) + MarkdownText.Escape(axis.Unit);

    private static IEnumerable<string> Named(MatrixAnalysis analysis, StoredAxis axis, IReadOnlyList<Lead> leads) => leads
        .GroupBy(lead => (lead.State, Text: Leads(lead)))
        .Select(group => $"{Title(analysis, group.Key.State)} {group.Key.Text} with {Words.List([.. group.Select(lead => Label(axis, lead.From))])}");

    private static string Value(StoredAxis axis, double at) => Number(at) + MarkdownText.Escape(axis.Unit);

    // A place between two points is not known to more than two digits.
    private static string Number(double at) => at >= 100
        ? double.Parse(FigureText.Rounded(at), CultureInfo.InvariantCulture).ToString("#,0", CultureInfo.InvariantCulture)
        : FigureText.Rounded(at);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Title(MatrixAnalysis analysis, string state) => MarkdownText.Escape(analysis.Run.States.First(one => one.State.Name == state).State.Title);
}
