using KeyedState.Results;
using KeyedState.Tests.Fuzz;

namespace KeyedState.Tests.Results.Statistics;

/// <summary>Runs whose launches observed other things than usual.</summary>
public sealed class ObservationTests
{
    [Fact]
    public void Of_LaunchThatDidNotCount_HasNoTotalsAndSaysWhy()
    {
        var run = SampleRun.Headline().WithLaunches(launch => launch is { State: "Lock", Round: 3 } ? Without(launch, Metric.Allocated, Metric.Gen0) : launch);

        var states = RunAnalysis.Of(run).States.ToDictionary(state => state.Declared.Name);

        Assert.Equal("not every launch of it counted allocated", states["Lock"].Allocated.AbsentBecause);
        Assert.Equal("not every launch of it counted allocated", states["Lock"].AllocatedBeyond.AbsentBecause);
        Assert.Equal("not every launch of it counted gen0", states["Lock"].Gen0.AbsentBecause);
        Assert.NotNull(states["Lock"].WorkItems.Estimate);
        Assert.NotNull(states["ConcurrentDictionary"].AllocatedBeyond.Estimate);
    }

    [Fact]
    public void Of_LimitThatDidNotCount_IsTakenOffNobody()
    {
        var run = SampleRun.Headline().WithLaunches(launch => launch.State == "Empty" ? Without(launch, Metric.Allocated) : launch);

        var states = RunAnalysis.Of(run).States.ToDictionary(state => state.Declared.Name);

        Assert.Equal("Empty has no figures to subtract", states["Lock"].AllocatedBeyond.AbsentBecause);
        Assert.NotNull(states["Lock"].Allocated.Estimate);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Render_OtherRolesAndNoCounters_GivesWholePages(int roles)
    {
        StoredScenario scenario = SampleRun.Scenario with
        {
            KeysFilled = true,
            Roles = [.. Enumerable.Range(0, roles).Select(role => new StoredRole($"role|{role}", "add", 10))],
        };
        var run = SampleRun.Headline().WithLaunches(launch => launch with
        {
            Note = launch.Note with
            {
                Observations =
                [
                    launch.Note.Observations[0],
                    .. scenario.Roles.Select(role => new Observation(Metric.EndOf(role.Name).Name, launch.Note.Of(Metric.Time))),
                ],
            },
        }) with
        { Scenario = scenario, Metrics = StoredMetric.AllOf(scenario), HarnessScaling = null };

        Assert.Empty(PageCheck.Problems(run));
        Assert.Equal(roles, RunAnalysis.Of(run).States[0].RoleEnds.Count);
    }

    private static StoredLaunch Without(StoredLaunch launch, params Metric[] metrics) => launch with
    {
        Note = launch.Note with { Observations = [.. launch.Note.Observations.Where(one => metrics.All(metric => metric.Name != one.Metric))] },
    };
}
