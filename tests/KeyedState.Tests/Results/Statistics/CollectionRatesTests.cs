using KeyedState.Results;

namespace KeyedState.Tests.Results.Statistics;

public sealed class CollectionRatesTests
{
    [Theory]
    [InlineData(60, 60, false)]
    [InlineData(60, 24, false)] // 36 a million of 40 µs are 1.44 ns of 78
    [InlineData(60, 18, true)] // 42 a million are 1.68 ns
    [InlineData(0, 60, true)]
    public void Marks_CollectionsThatWereNotDue_CountByTheirShareOfTheCost(int oneCore, int due, bool marked)
    {
        var run = SampleRun.Headline().WithLaunches(launch =>
        {
            var collections = launch.State != "LeaseOwner" ? 0 : 6 * (launch.Look == Look.OneCore ? oneCore : due);
            return (launch.WithTimes(time => time / 10) with { Operations = 1_000_000 })
                .WithTotal(Metric.Allocated, 600_000_000).WithTotal(Metric.Gen0, collections).WithTotal(Metric.Paused, 40_000 * collections);
        });

        var states = RunAnalysis.Of(run).States;

        var lease = states.Single(state => state.Declared.Name == "LeaseOwner");
        Assert.Equal(new CollectionRates(oneCore, due, 40_000), lease.Collections);
        Assert.Equal(marked, lease.Marks.Contains(Mark.Collections));
        Assert.DoesNotContain(states, state => state != lease && state.Marks.Contains(Mark.Collections));
    }

    [Fact]
    public void Marks_StateThatAllocatesOnAllCoresOnly_HasNoCollectionsToCompare()
    {
        var run = SampleRun.Headline().WithLaunches(launch => launch.Look == Look.AllCores
            ? (launch with { Operations = 1_000_000 }).WithTotal(Metric.Allocated, 600_000_000).WithTotal(Metric.Gen0, 360).WithTotal(Metric.Paused, 1e7)
            : launch.WithTotal(Metric.Allocated, 0).WithTotal(Metric.Gen0, 0));

        Assert.All(RunAnalysis.Of(run).States, state => Assert.DoesNotContain(Mark.Collections, state.Marks));
    }
}
