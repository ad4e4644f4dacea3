using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using KeyedState.Results;
using Metric = KeyedState.Results.Metric;

namespace KeyedState.Benchmarks.Exports;

/// <summary>
/// A counter of the launches' notes as a column of BenchmarkDotNet's. Its own diagnosers would run a further iteration in
/// every launch, of which they count that of the last alone.
/// </summary>
/// <param name="metric">The counter.</param>
/// <param name="name">The column's header, as BenchmarkDotNet's diagnosers have it.</param>
/// <param name="operations">For how many operations the column counts.</param>
/// <param name="unit">The unit.</param>
internal sealed class NoteMetric(Metric metric, string name, int operations, UnitType unit) : IMetricDescriptor
{
    public static IReadOnlyList<NoteMetric> All { get; } =
    [
        new(Metric.WorkItems, "Completed Work Items", 1, UnitType.Dimensionless),
        new(Metric.LockContentions, "Lock Contentions", 1, UnitType.Dimensionless),
        new(Metric.Gen0, "Gen0", 1000, UnitType.Dimensionless),
        new(Metric.Gen1, "Gen1", 1000, UnitType.Dimensionless),
        new(Metric.Gen2, "Gen2", 1000, UnitType.Dimensionless),
        new(Metric.Allocated, "Allocated", 1, UnitType.Size),
    ];

    public string Id => name;

    public string DisplayName => name;

    public string Legend => $"{metric.Unit} per {(operations == 1 ? "operation" : $"{operations} operations")}, over all threads, iterations and launches";

    public string NumberFormat => unit == UnitType.Size ? "0.##" : "#0.0000";

    public UnitType UnitType => unit;

    public string Unit => unit == UnitType.Size ? "B" : "Count";

    public bool TheGreaterTheBetter => false;

    public int PriorityInCategory => All.TakeWhile(one => one != this).Count();

    public bool GetIsAvailable(BenchmarkDotNet.Reports.Metric value) => value.Value > 0;

    /// <summary>The counter over launches; null where one of them did not count it.</summary>
    /// <param name="launches">The launches of one state in one look.</param>
    public BenchmarkDotNet.Reports.Metric? Of(IReadOnlyCollection<StoredLaunch> launches) =>
        launches.All(launch => launch.Note.Of(metric).Count > 0)
            ? new(this, launches.Sum(launch => launch.Note.Of(metric).Sum()) * operations / launches.Sum(launch => (double)launch.Operations * launch.Note.Iterations))
            : null;
}
