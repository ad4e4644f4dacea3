using System.Text;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>A run as a table of plain characters, for a terminal of 120 columns.</summary>
public static class ConsoleTable
{
    private const int Width = 120;
    private const int NameWidth = 34;
    private static readonly int[] Widths = [20, 8, 20, 8, 8, 8];
    private static readonly string[] Headings = ["M op/s, all cores", "x base", "ns/op, one core", "- empty", "B/op", "together"];

    /// <summary>Renders the table with the warnings above and the answers below; lines end in a line feed.</summary>
    /// <param name="analysis">The analysis of one run.</param>
    public static string Render(RunAnalysis analysis)
    {
        string[] lines =
        [
            .. WarningText.Of(analysis).SelectMany(Wrapped),
            Row("", Headings, "marks"),
            .. analysis.States.GroupBy(Words.Group).SelectMany(group => group.Select(Of).Prepend($"{group.Key.Answers}; {group.Key.Blocking}")),
            "",
            .. Legend(analysis).SelectMany(Wrapped),
            "",
            .. analysis.Answers.SelectMany(answer => Wrapped($"{Words.Condition(answer.Promise)}: {AnswerText.Of(answer, analysis.Baseline)}")),
        ];
        return string.Concat(lines.Select(line => Plain(line).TrimEnd() + "\n"));
    }

    private static string Of(StateAnalysis state) => Row(
        "  " + state.Declared.Name,
        [
            StateColumn.Throughput.Of(state),
            FigureText.Center(state.Speedup),
            StateColumn.Cost.Of(state),
            FigureText.Center(state.NetCost),
            StateColumn.AllocatedBeyond.Of(state),
            StateColumn.SharedTime.Of(state),
        ],
        string.Concat(state.Marks.Select(Letter)));

    private static string Row(string name, string[] cells, string marks)
    {
        var row = new StringBuilder(Cut(name, NameWidth).PadRight(NameWidth));
        foreach (var (cell, width) in cells.Zip(Widths))
        {
            row.Append(' ').Append(Cut(cell, width).PadLeft(width));
        }

        return row.Append("  ").Append(marks).ToString();
    }

    private static IEnumerable<string> Legend(RunAnalysis analysis)
    {
        yield return $"x base: multiple of the baseline ({RunAnalysis.BaselineName}). - empty: ns/op less those of the harness alone ({RunAnalysis.EmptyName}). B/op: what the state itself allocates. together: share of the time in which all roles ran. Limits are no designs to choose.";
        foreach (var mark in Enum.GetValues<Mark>().Where(mark => analysis.States.Any(state => state.Marks.Contains(mark))))
        {
            yield return $"{Letter(mark)}, {Words.Of(mark)}: {MarkText.Meaning(mark)}.";
        }
    }

    private static char Letter(Mark mark) => mark switch
    {
        Mark.Failed => 'F',
        Mark.TooFewLaunches => 'L',
        Mark.Unsteady => 'U',
        Mark.RolesApart => 'R',
        Mark.NotSettled => 'S',
        Mark.ShortIterations => 'I',
        _ => 'C',
    };

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "~";

    private static IEnumerable<string> Wrapped(string sentence)
    {
        var line = new StringBuilder();
        foreach (var word in PlainText.OneLine(sentence).Split(' ').SelectMany(word => word.Chunk(Width - 4)))
        {
            if (line.Length > 0 && line.Length + word.Length + 1 > Width - 2)
            {
                yield return line.ToString();
                line.Clear().Append("   ");
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }

    /// <summary>A terminal may know only ASCII, and what it does not know it shows as something else.</summary>
    private static string Plain(string line) =>
        string.Concat(PlainText.OneLine(line).Replace('–', '-').Replace('×', 'x').Replace('µ', 'u').Replace("≤", "<=", StringComparison.Ordinal).Select(character => character < 128 ? character : '?'));
}
