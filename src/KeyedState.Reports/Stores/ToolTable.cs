using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The curves' callers beside the server's own tool for measuring it.</summary>
internal static class ToolTable
{
    /// <summary>The section; nothing where the tool was not there.</summary>
    /// <param name="analysis">The run.</param>
    public static IEnumerable<string> Lines(StoresAnalysis analysis)
    {
        string[] rows = [.. analysis.Stores.SelectMany(store => Rows(analysis, store.State))];
        return rows.Length == 0 ? [] :
        [
            "### Beside redis-benchmark",
            "",
            "Redis' own tool sent the same command to the same servers in the same launches, and had as many writes under way on one connection as all callers of the row together. It is a C program whose one thread sends a batch, reads all the answers and sends the next; no task waits for any of them. Where the callers are slower, the difference is what the .NET client and its callers' tasks cost, which their processor time shows. Where they are faster, it is because a core that nobody uses sleeps, and takes microseconds to wake: client and server wait for each other in turn, and the threads of .NET's pool look for work for a while before they sleep.",
            "",
            "110 callers who share a connection can still complete more writes than that tool with 110 connections: for each connection the server calls the system to read a command and again to answer it, and on a shared one a single call carries the commands, or the answers, of many callers.",
            "",
            MarkdownText.Row("design", "on the connection", "callers of this suite", "redis-benchmark", "callers ÷ redis-benchmark", "callers' processor time"),
            MarkdownText.Row(":--", ":--", "--:", "--:", "--:", "--:"),
            .. rows,
            "",
        ];
    }

    private static IEnumerable<string> Rows(StoresAnalysis analysis, StoredState state) =>
    [
        .. from point in analysis.Points
           let times = analysis.TimesTool(state.Name, point.Callers, point.Depth)
           where times is not null
           select MarkdownText.Row(
               LatencyText.NameOf(state),
               CurvesTable.Title(point),
               LatencyText.Rate(analysis.Rate(state.Name, point.Callers, point.Depth)),
               LatencyText.Rate(analysis.ToolRate(state.Name, connections: 1, point.Callers * point.Depth)),
               StoresText.Factor(times),
               StoresText.PerOperation(analysis.ClientTime(state.Name, point.Callers, point.Depth))),
        .. from one in analysis.ToolCases
           where one.Connections > 1 && analysis.ToolRate(state.Name, one.Connections, one.Pipeline) is not null
           select MarkdownText.Row(
               LatencyText.NameOf(state),
               $"{FigureText.Count(one.Connections)} connections",
               FigureText.Absent,
               LatencyText.Rate(analysis.ToolRate(state.Name, one.Connections, one.Pipeline)),
               FigureText.Absent,
               FigureText.Absent),
    ];
}
