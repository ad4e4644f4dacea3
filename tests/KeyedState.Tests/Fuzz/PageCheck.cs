using System.Globalization;
using System.Text;
using System.Xml.Linq;
using KeyedState.Reports;
using KeyedState.Results;
using KeyedState.Tests.Reports;

namespace KeyedState.Tests.Fuzz;

/// <summary>Renders everything that is made of a run, and finds what would break a page, a picture or a terminal.</summary>
internal static class PageCheck
{
    private static readonly string Readme =
        $"# Title\n\n{ReadmeSection.Answer.Begin}\nold\n{ReadmeSection.Answer.End}\n\n{ReadmeSection.Figures.Begin}\n{ReadmeSection.Figures.End}\n";

    private static readonly StoredStoresRun Unmeasured = Results.Stores.StoresSamples.Run() with { Launches = [] };

    private static readonly string[] Numbers = ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "font-size"];

    /// <summary>What is wrong with what is made of the run; nothing when all is whole.</summary>
    public static IEnumerable<string> Problems(StoredRun run)
    {
        var analysis = RunAnalysis.Of(run);
        var places = ReportSamples.OnlyPlace(analysis);
        var readme = ReadmeSection.ReplaceAll(Readme, places);
        return
        [
            .. OfMarkdown(MarkdownReport.Render(analysis)).Select(problem => $"report.md: {problem}"),
            .. OfMarkdown(ReportSamples.Readme(places)).Select(problem => $"README.md: {problem}"),
            .. ReadmeSection.ReplaceAll(readme, places) == readme ? Array.Empty<string>() : ["README.md: it cannot be replaced twice"],
            .. OfPicture(LaunchChart.Render(analysis)).Select(problem => $"launches.svg: {problem}"),
            .. OfMarkdown(PlacesReport.Render(places)).Select(problem => $"results/README.md: {problem}"),
            .. OfPicture(PlacesChart.Render(places)).Select(problem => $"machines.svg: {problem}"),
            .. OfConsole(ConsoleTable.Render(analysis)).Select(problem => $"console: {problem}"),
        ];
    }

    /// <summary>The same of a run of the latency suite.</summary>
    public static IEnumerable<string> Problems(StoredLatencyRun run)
    {
        var analysis = new LatencyAnalysis(run);
        return
        [
            .. OfMarkdown(LatencyReport.Render(analysis, "report")).Select(problem => $"report.md: {problem}"),
            .. LatencyReport.PicturesOf(analysis, "report").SelectMany(picture => OfPicture(picture.Svg).Select(problem => $"{picture.File}: {problem}")),
        ];
    }

    /// <summary>The same of a run of the stores suite.</summary>
    public static IEnumerable<string> Problems(StoredStoresRun run) =>
        OfMarkdown(StoresReport.Render(new StoresAnalysis(run))).Select(problem => $"report.md: {problem}");

    /// <summary>The same of a run of kills, which is on the page of a run of the stores suite.</summary>
    public static IEnumerable<string> Problems(StoredKillsRun run) =>
        OfMarkdown(StoresReport.Render(new StoresAnalysis(Unmeasured), run)).Select(problem => $"report.md: {problem}");

    /// <summary>The same for a run of series.</summary>
    public static IEnumerable<string> Problems(StoredSeriesRun run)
    {
        if (run.Suite != "matrix")
        {
            return OfMarkdown(CompoundReport.Render(new CompoundAnalysis(run)));
        }

        var analysis = new MatrixAnalysis(run);
        return
        [
            .. OfMarkdown(MatrixReport.Render(analysis, [analysis, new(Results.Matrix.MatrixSamples.Run())])),
            .. analysis.Axes.SelectMany(axis => OfPicture(MatrixChart.Render(analysis, axis)).Select(problem => $"{axis.Key}.svg: {problem}")),
        ];
    }

    private static IEnumerable<string> OfMarkdown(string page)
    {
        if (PlainText.HasControls(page.Replace("\n", "", StringComparison.Ordinal).Replace("\uFFFD", "", StringComparison.Ordinal)))
        {
            yield return "a control character";
        }

        int? columns = null;
        foreach (var line in page.Split('\n'))
        {
            if (OutsideCode(line) is not { } text)
            {
                yield return $"a code span does not end: {line}";
            }
            else if (text.Contains("<script", StringComparison.OrdinalIgnoreCase) || text.Contains("<img", StringComparison.OrdinalIgnoreCase))
            {
                yield return $"a raw element: {line}";
            }

            var inTable = line.StartsWith('|');
            var cells = inTable ? Cells(line) : (int?)null;
            if (inTable && columns is not null && cells != columns)
            {
                yield return $"a row of {cells} cells in a table of {columns}: {line}";
            }

            columns = cells;
        }
    }

    /// <summary>The line without its code spans; null when one has no end on its line.</summary>
    private static string? OutsideCode(string line)
    {
        // As CommonMark has it: a run of backticks opens a span that the next run of the same length ends.
        var kept = new StringBuilder();
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '\\')
            {
                at++;
            }
            else if (line[at] == '`')
            {
                var ticks = line[at..].TakeWhile(character => character == '`').Count();
                var end = line.IndexOf('`', at + ticks);
                if (ticks > 1 || end < 0)
                {
                    return null;
                }

                at = end;
            }
            else
            {
                kept.Append(line[at]);
            }
        }

        return kept.ToString();
    }

    private static int Cells(string row)
    {
        var bars = 0;
        for (var at = 0; at < row.Length; at++)
        {
            at += row[at] == '\\' ? 1 : 0;
            bars += at < row.Length && row[at] == '|' && (at == 0 || row[at - 1] != '\\') ? 1 : 0;
        }

        return bars - 1;
    }

    private static IEnumerable<string> OfPicture(string picture)
    {
        if (PlainText.HasControls(picture.Replace("\n", "", StringComparison.Ordinal).Replace("\uFFFD", "", StringComparison.Ordinal)))
        {
            yield return "a control character";
        }

        foreach (var element in XDocument.Parse(picture).Descendants())
        {
            if (element.Name.LocalName is not ("svg" or "style" or "rect" or "text" or "line" or "circle" or "polyline"))
            {
                yield return $"a foreign element {element.Name}";
            }

            foreach (var attribute in element.Attributes().Where(attribute => Numbers.Contains(attribute.Name.LocalName)))
            {
                if (!double.TryParse(attribute.Value, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number) || Math.Abs(number) > 1e6)
                {
                    yield return $"{attribute} is no place on it";
                }
            }
        }
    }

    private static IEnumerable<string> OfConsole(string table) => table.Split('\n')
        .Where(line => line.Length > 120 || line.Any(character => character is < ' ' or > '~'))
        .Select(line => $"a line that is too long or does not simply print: {line}");
}
