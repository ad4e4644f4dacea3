using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Exports;

/// <summary>
/// A column over launches. BenchmarkDotNet's own error and deviation pool the iterations of all launches and
/// so speak of a precision that the next launch does not confirm.
/// </summary>
/// <param name="name">The column's header.</param>
/// <param name="legend">What it says.</param>
/// <param name="choose">Takes the column's value from the launches' nanoseconds per operation, in ascending order.</param>
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

    // As the suite's own report has it.
    private const string PerLaunch = "the lower quartile of a launch's iterations on one core, its mean on all";

    public static IReadOnlyList<LaunchColumn> All { get; } =
    [
        new("Launch median [ns]", $"Median over launches of the time per operation: {PerLaunch}", times => Median.Of(times)),
        new("Fastest launch [ns]", "Time per operation of the fastest launch", times => times[0]),
        new("Slowest launch [ns]", "Time per operation of the slowest launch", times => times[^1]),
        new("Launches", "Processes that were measured", times => times.Count),
    ];

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, summary.Style);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style)
    {
        var times = summary[benchmarkCase]?.AllMeasurements
            .Where(measurement => measurement is { IterationMode: IterationMode.Workload, IterationStage: IterationStage.Result })
            .GroupBy(
                measurement => measurement.LaunchIndex,
                (_, launch) => TimeOf([.. launch.Select(measurement => measurement.Nanoseconds / measurement.Operations)], benchmarkCase))
            .Order()
            .ToArray();
        return times is { Length: > 0 } ? choose(times).ToString("0.##", CultureInfo.InvariantCulture) : "NA";
    }

    public override string ToString() => name;

    private static double TimeOf(double[] iterations, BenchmarkCase benchmarkCase) =>
        (benchmarkCase.Descriptor.Type == typeof(CostBenchmarks) ? Look.OneCore : Look.AllCores).Metric.OfLaunch(iterations);
}
