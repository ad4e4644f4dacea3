using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>A column of figures in the pages' tables: its heading, its cell, and the figure whose absence it explains.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Figure">The figure behind the cell.</param>
/// <param name="Cell">The figure as text.</param>
internal sealed record StateColumn(string Heading, Func<StateAnalysis, Figure> Figure, Func<Figure, string> Cell)
{
    public static StateColumn Throughput { get; } =
        new("M operations/s, all cores", state => state.Throughput, figure => FigureText.WithInterval(figure, 1e6));

    public static StateColumn Speedup { get; } =
        new("× baseline", state => state.Speedup, figure => FigureText.WithInterval(figure));

    public static StateColumn Cost { get; } =
        new("ns/operation, one core", state => state.Cost, figure => FigureText.WithInterval(figure));

    public static StateColumn NetCost { get; } =
        new("net of the empty state", state => state.NetCost, figure => FigureText.WithInterval(figure));

    public static StateColumn AllocatedBeyond { get; } =
        new("B/operation beyond its limit", state => state.AllocatedBeyond, Fixed);

    public static StateColumn Gen0 { get; } = new("gen 0 per million", state => state.Gen0, Fixed);

    public static StateColumn SharedTime { get; } = new("all roles ran", state => state.SharedTime, Share);

    /// <summary>The columns of a short table.</summary>
    public static IReadOnlyList<StateColumn> Short { get; } = [Throughput, Speedup, Cost, AllocatedBeyond];

    /// <summary>The columns of the whole table, among them one for each role of the scenario.</summary>
    public static IReadOnlyList<StateColumn> All(StoredScenario scenario) =>
    [
        Throughput, Speedup, Cost, NetCost, AllocatedBeyond, Gen0,
        .. scenario.Roles.Select((role, index) => new StateColumn($"{MarkdownText.Escape(role.Name)} done after", state => state.RoleEnds[index], Share)),
        SharedTime,
    ];

    /// <summary>A state's cell.</summary>
    public string Of(StateAnalysis state) => Cell(Figure(state));

    private static string Share(Figure figure) =>
        figure.Estimate is { } share ? FigureText.Percent(share.Center) : FigureText.Absent;

    private static string Fixed(Figure figure) =>
        figure.Estimate is { } estimate ? FigureText.Fixed(estimate.Center, 2) : FigureText.Absent;
}
