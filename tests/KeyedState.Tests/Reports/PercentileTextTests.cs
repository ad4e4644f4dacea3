using System.Globalization;
using KeyedState.Reports;
using KeyedState.Tests.Results.Latency;

namespace KeyedState.Tests.Reports;

public sealed class PercentileTextTests
{
    [Fact]
    public void Render_Times_HasTheLinesOfThePlottersForm()
    {
        var lines = PercentileText.Render(LatencySamples.Histogram(Enumerable.Range(1, 1_000).Select(one => one * 1_000L))).Split('\n');
        double[][] rows = [.. lines.Skip(2).TakeWhile(line => !line.StartsWith('#')).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];

        Assert.Equal("       Value     Percentile TotalCount 1/(1-Percentile)", lines[0]);
        Assert.Equal([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.55], rows.Take(7).Select(row => Math.Round(row[1], 9)));
        Assert.All(rows.SkipLast(1), row => Assert.Equal(1 / (1 - row[1]), row[3], 0.01 * row[3]));
        Assert.Equal(rows.Select(row => row[0]).Order(), rows.Select(row => row[0]));
        Assert.Equal(500, rows[5][0], 500 / 64.0);
        Assert.Equal([1_000, 1, 1_000], rows[^1], (expected, actual) => Math.Abs(expected - actual) <= expected / 64);
        Assert.Contains("#[Max     =     1000.000, Total count    =         1000]", lines);
    }

    [Fact]
    public void Render_Nothing_HasNoLines() => Assert.StartsWith("       Value     Percentile TotalCount 1/(1-Percentile)\n\n#[Mean", PercentileText.Render(LatencySamples.Histogram([])), StringComparison.Ordinal);
}
