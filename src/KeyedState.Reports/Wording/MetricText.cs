using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>How a metric's figures are shown.</summary>
/// <param name="Title">The metric's name at the start of a line.</param>
/// <param name="Unit">The unit of what is shown.</param>
/// <param name="ShortUnit">The same where there is little room.</param>
/// <param name="Size">How many of the metric's own units one of these is.</param>
internal sealed record MetricText(string Title, string Unit, string ShortUnit, double Size)
{
    private static readonly MetricText Cost = new("Cost", "ns/operation", "ns/op", 1);
    private static readonly MetricText Throughput = new("Throughput", "M operations/s", "M op/s", 1e6);

    /// <summary>Which way it is good, as a phrase: "less is better".</summary>
    public static string Direction(Metric metric) => metric.Better == Better.Lower ? "less is better" : "more is better";

    /// <summary>How a metric is shown.</summary>
    public static MetricText Of(Metric metric) => metric == Metric.Cost ? Cost : Throughput;

    /// <summary>A figure with its interval and its unit.</summary>
    public string WithUnit(Figure figure) => $"{FigureText.WithInterval(figure, Size)} {Unit}";
}
