using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>How the writes over one connection grow with callers, and with what each sends before it waits.</summary>
internal static class CurvesTable
{
    /// <summary>The section; nothing where no design was measured so.</summary>
    /// <param name="analysis">The run.</param>
    public static IEnumerable<string> Lines(StoresAnalysis analysis)
    {
        StoredStore[] measured = [.. analysis.Stores.Where(store => analysis.Points.Any(point => analysis.Rate(store.State.Name, point.Callers, point.Depth) is not null))];
        return measured.Length == 0 ? [] :
        [
            "## More callers, or more at a time",
            "",
            "Writes a second over one connection. Callers wait for each answer before they call again, unless they are said to be ahead: a caller that is 10 ahead sends 10 writes before it waits for the first answer, and begins anew when all are answered. *Times one caller* is how many times as many writes that is as those of one caller that waits for each.",
            "",
            MarkdownText.Row(["design", .. analysis.Points.Select(Title), .. analysis.Points.Where(IsMore).Select(point => $"{Title(point)}, times one caller")]),
            MarkdownText.Row([":--", .. analysis.Points.Concat(analysis.Points.Where(IsMore)).Select(_ => "--:")]),
            .. measured.Select(store => MarkdownText.Row(
            [
                LatencyText.NameOf(store.State),
                .. analysis.Points.Select(point => LatencyText.Rate(analysis.Rate(store.State.Name, point.Callers, point.Depth))),
                .. analysis.Points.Where(IsMore).Select(point => StoresText.Factor(analysis.TimesOneCaller(store.State.Name, point.Callers, point.Depth))),
            ])),
            "",
        ];
    }

    /// <summary>What a point is called.</summary>
    /// <param name="point">The point.</param>
    public static string Title((int Callers, int Depth) point) =>
        $"{FigureText.Count(point.Callers)} {(point.Callers == 1 ? "caller" : "callers")}{(point.Depth == 1 ? "" : $", {FigureText.Count(point.Depth)} ahead")}";

    private static bool IsMore((int Callers, int Depth) point) => point != (1, 1);
}
