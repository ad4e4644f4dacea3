using System.Text;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>A gate's run as a table of plain characters, for a terminal.</summary>
public static class GateTable
{
    private static readonly int[] Widths = [34, 11, 25, 9, 19, 10];

    /// <summary>Renders the table and what it comes to; lines end in a line feed.</summary>
    /// <param name="record">The gate's record.</param>
    public static string Render(GateRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        string[] lines =
        [
            Row("state", GateText.LookColumn(record), "verdict", "change", "99 % interval", "detectable"),
            .. record.Rows.OrderBy(row => row.Look.Order).Select(row => Of(record, row)),
            "",
            .. record.Rows.Where(row => row.Failure is not null).Select(row => $"{row.State}: {row.Failure}"),
            .. record.Allocations.Where(allocation => allocation.Differs).Select(allocation =>
                $"{allocation.State} allocates {GateText.Bytes(allocation.HeadBytes)} B per operation, {GateText.Bytes(allocation.BaseBytes)} before."),
            .. record.Added.Select(state => $"{state} was added."),
            .. record.SelfTests.Select(test =>
                $"Self-test on {test.Look.Name}, {test.State}: {(test.Planted > 1 ? $"a planted delay of {GateText.Size(test.Planted)}" : "the base against itself")}, measured as {GateText.Change(test.Ratio)}, {(test.Passed ? "passed" : "FAILED")}."),
            .. GateText.Reasons(record),
            $"{GateText.Conclusion(record)}.",
        ];
        return string.Concat(lines.Select(line => PlainText.OneLine(line).Replace('−', '-').TrimEnd() + "\n"));
    }

    private static string Of(GateRecord record, GateRow row) => Row(
        row.State,
        row.Look.Name,
        GateText.Verdict(record, row),
        GateText.Change(row.Ratio),
        GateText.Interval(row),
        GateText.Size(row.SmallestVisible));

    private static string Row(params string[] cells)
    {
        var row = new StringBuilder();
        foreach (var (cell, width) in cells.Zip(Widths))
        {
            row.Append(cell.PadRight(width)).Append(' ');
        }

        return row.ToString();
    }
}
