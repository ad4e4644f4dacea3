using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace KeyedState.Benchmarks.Exports;

/// <summary>
/// A column over launches. BenchmarkDotNet's own error and deviation pool the iterations of all launches and
/// so speak of a precision that the next launch does not confirm.
/// </summary>
/// <param name="name">The column's header.</param>
/// <param name="legend">What it says.</param>
/// <param name="choose">Takes the column's value from the launches' mean nanoseconds per operation, in ascending order.</param>
internal sealed class LaunchColumn(string name, string legend, Func<IReadOnlyList<double>, double> choose) : IColumn
{
    public string Id => $"{nameof(LaunchColumn)}.{name}";

    public string ColumnName => name;

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Statistics;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => legend;

    public static IReadOnlyList<LaunchColumn> All { get; } =
    [
        new("Launch median [ns]", "Median over launches of a launch's mean time per operation", means => (means[(means.Count - 1) / 2] + means[means.Count / 2]) / 2),
        new("Fastest launch [ns]", "Mean time per operation of the fastest launch", means => means[0]),
        new("Slowest launch [ns]", "Mean time per operation of the slowest launch", means => means[^1]),
        new("Launches", "Processes that were measured", means => means.Count),
    ];

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, summary.Style);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style)
    {
        var means = summary[benchmarkCase]?.AllMeasurements
            .Where(measurement => measurement is { IterationMode: IterationMode.Workload, IterationStage: IterationStage.Result })
            .GroupBy(measurement => measurement.LaunchIndex, (_, launch) => launch.Average(measurement => measurement.Nanoseconds / measurement.Operations))
            .Order()
            .ToArray();
        return means is { Length: > 0 } ? choose(means).ToString("0.##", CultureInfo.InvariantCulture) : "NA";
    }

    public override string ToString() => name;
}
