using KeyedState.Benchmarks.Exports;
using KeyedState.Results;
using KeyedState.Tests.Results;

namespace KeyedState.Tests.Benchmarks;

/// <summary>BenchmarkDotNet's columns hold what the launches counted, over all of them.</summary>
public sealed class NoteMetricTests
{
    // Six iterations of ten million operations each.
    private static readonly StoredLaunch[] Launches =
    [
        SampleRun.Launch("Lock", Look.AllCores, 0, 10).WithTotal(Metric.Allocated, 6e8).WithTotal(Metric.Gen0, 60),
        SampleRun.Launch("Lock", Look.AllCores, 1, 20).WithTotal(Metric.Allocated, 18e8).WithTotal(Metric.Gen0, 0),
    ];

    [Theory]
    [InlineData("Allocated", 20)]
    [InlineData("Gen0", 0.0005)]
    [InlineData("Completed Work Items", 0.1)]
    public void Of_Launches_IsTheirTotalOverTheirOperations(string name, double expected) => Assert.Equal(expected, Column(name).Of(Launches)!.Value, 1e-12);

    [Fact]
    public void Of_ALaunchThatDidNotCount_IsAbsent() => Assert.Null(Column("Gen2").Of(Launches));

    [Fact]
    public void All_Columns_HaveDistinctNames() => Assert.Distinct(NoteMetric.All.Select(metric => metric.Id));

    private static NoteMetric Column(string name) => NoteMetric.All.Single(metric => metric.DisplayName == name);
}
