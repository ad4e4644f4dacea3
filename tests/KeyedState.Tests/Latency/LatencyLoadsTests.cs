using KeyedState.Benchmarks.Suites.Latency;
using KeyedState.Benchmarks.Workers;
using KeyedState.Results;

namespace KeyedState.Tests.Latency;

public sealed class LatencyLoadsTests
{
    private static readonly LatencyProtocol Protocol = LatencyProtocol.Usual with { Rates = [10_000, 50_000, 200_000], Shares = [0.5, 0.8] };

    [Fact]
    public void Of_RatesAboveWhatCanBeDriven_AreLeftOut()
    {
        Assert.Equal([10_000, 50_000], Rates(new LatencyLoads(Protocol, 50_625).Of("Lock", 1e9)));
        Assert.Empty(new LatencyLoads(Protocol, driverLimit: null).Of("Lock", 1));
    }

    [Fact]
    public void Of_LaterLaunches_TryTheSharesOfTheFirst()
    {
        var loads = new LatencyLoads(Protocol, 100_000);

        Assert.Equal([10_000, 50_000, 80_000], Rates(loads.Of("Lock", 160_000)));
        Assert.Equal([10_000, 50_000, 85_000], Rates(loads.Of("Lock", 170_000)));
        Assert.Equal([10_000, 50_000, 10_000], Rates(loads.Of("Lock", 20_000)));
        Assert.Equal([10_000, 50_000, 10_000, 16_000], Rates(loads.Of("Other", 20_000)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.9)]
    public void Of_StateThatDoesHardlyAnything_HasNoRateOfZero(double capacity) =>
        Assert.Equal([10_000, 50_000], Rates(new LatencyLoads(Protocol, 100_000).Of("Stuck", capacity)));

    [Fact]
    public void Rehearsed_Loops_Record()
    {
        var entry = KeyedState.Benchmarks.SuiteCatalogue.Default.Find("Lock")!;

        Assert.Contains(LatencyWork.Run(entry, LatencyWork.Text(LatencyProtocol.RehearsedClosed)).Closed!.Roles, role => HistogramText.Read(role.Times)!.Count > 0);
        Assert.True(LatencyWork.Run(entry, LatencyWork.Text(LatencyProtocol.RehearsedOpen)).Open!.Answered > 0);
    }

    private static IEnumerable<double> Rates(IEnumerable<(LatencyLoad Load, double Rate)> loads) => loads.Select(load => load.Rate);
}
