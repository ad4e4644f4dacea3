using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>A column of figures in the pages' tables: its heading, its cell, and the figure whose absence it explains.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Figure">The figure behind the cell.</param>
/// <param name="Cell">The figure as text.</param>
internal sealed record StateColumn(string Heading, Func<StateAnalysis, Figure> Figure, Func<Figure, string> Cell)
{
    public static StateColumn Throughput { get; } =
        new("M operations/s, all cores", state => state.Throughput, figure => FigureText.WithInterval(figure, 1e6)) { Look = Look.AllCores };

    public static StateColumn Speedup { get; } =
        new("× baseline", state => state.Speedup, figure => FigureText.WithInterval(figure));

    public static StateColumn Cost { get; } =
        new("ns/operation, one core", state => state.Cost, figure => FigureText.WithInterval(figure)) { Look = Look.OneCore };

    public static StateColumn AllocatedBeyond { get; } = new("B/operation", state => state.AllocatedBeyond, Bytes);

    public static StateColumn SharedTime { get; } = new("all roles ran", state => state.SharedTime, Share);

    private static StateColumn NetCost { get; } =
        new($"ns/operation less {RunAnalysis.EmptyName}", state => state.NetCost, figure => FigureText.WithInterval(figure));

    private static StateColumn Gen0 { get; } = new("gen 0 GCs per million operations", state => state.Gen0, Bytes);

    private static StateColumn Allocated { get; } = new("B/operation, harness included", state => state.Allocated, Bytes);

    private static StateColumn WorkItems { get; } = new("pool work items/operation", state => state.WorkItems, figure => FigureText.Center(figure));

    /// <summary>The look whose marks stand beside the figure; null where it is of no single look.</summary>
    public Look? Look { get; private init; }

    /// <summary>The columns of the table of all states.</summary>
    public static IReadOnlyList<StateColumn> Main { get; } = [Throughput, Speedup, Cost, AllocatedBeyond];

    /// <summary>The columns of the folded table, among them one for each role of the scenario.</summary>
    public static IReadOnlyList<StateColumn> Further(StoredScenario scenario) =>
    [
        NetCost, Allocated, Gen0, WorkItems,
        .. scenario.Roles.Select((role, index) => new StateColumn($"last of the {MarkdownText.Escape(role.Name)} done after", state => state.RoleEnds[index], Share)),
        SharedTime,
    ];

    /// <summary>A state's cell, without marks.</summary>
    public string Of(StateAnalysis state) => Cell(Figure(state));

    /// <summary>A state's cell with the marks of its figure.</summary>
    public string Marked(StateAnalysis state) => Of(state) + (Figure(state).Estimate is null ? "" : MarkText.Beside(state, Look));

    private static string Share(Figure figure) =>
        figure.Estimate is { } share ? FigureText.Percent(share.Center) : FigureText.Absent;

    private static string Bytes(Figure figure) =>
        figure.Estimate is { } estimate ? FigureText.Bytes(estimate.Center) : FigureText.Absent;
}
