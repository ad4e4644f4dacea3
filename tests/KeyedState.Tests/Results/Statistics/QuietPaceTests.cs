using KeyedState.Results;

namespace KeyedState.Tests.Results.Statistics;

/// <summary>A cost is of iterations that nothing slowed down, whatever their time.</summary>
public sealed class QuietPaceTests
{
    private const string Name = "Lock";

    [Fact]
    public void Of_RunThatNobodyLookedAt_IsNone()
    {
        Assert.Null(QuietPace.Of(SampleRun.Headline()));
        Assert.Equal((0, 0), (RunAnalysis.Of(SampleRun.Headline()).PacesNoted, RunAnalysis.Of(SampleRun.Headline()).Slowdowns.Count));
    }

    [Fact]
    public void Of_Run_IsThatOfItsQuietIterations()
    {
        var pace = QuietPace.Of(Run([2, 2, 2, 2, 2, 2], [3, 3, 3, 3, 3, 3], [3, 3, 3, 3, 3, 3]))!;

        Assert.Equal(2, pace.Nanoseconds);
        Assert.Equal([false, false, true], new[] { 2, 2.2, 2.21 }.Select(pace.IsSlow));
        Assert.Equal(1.5, pace.SlowdownAt(3));
    }

    [Fact]
    public void Cost_LaunchesThatWereSlowedDown_AreNotInIt()
    {
        // The second launch is slowed down throughout, the third in two of its six iterations.
        var analysis = RunAnalysis.Of(Run([2, 2, 2, 2, 2, 2], [3, 3, 3, 3, 3, 3], [2, 2, 3, 3, 2, 2]));
        var state = analysis.States.Single(one => one.Declared.Name == Name);

        Assert.Equal([10.0, 10], state.LaunchesIn(Look.OneCore).Select(launch => launch.NanosecondsPerOperation));
        Assert.Equal([0, 2], state.LaunchesIn(Look.OneCore).Select(launch => launch.Round));
        Assert.Equal([15.0], state.Slowed.Select(launch => launch.NanosecondsPerOperation));
        Assert.Equal((18, 8), (analysis.PacesNoted, analysis.Slowdowns.Count));
        Assert.All(analysis.Slowdowns, slowdown => Assert.Equal(1.5, slowdown));
    }

    [Fact]
    public void Cost_IterationSlowedDownOnOneSide_CountsForNeither()
    {
        var run = Run([2, 2, 2, 2, 2, 2]);
        run = run with { Launches = [run.Launches[0].With(Metric.PaceAfter, [3, 3, 3, 2, 2, 2])] };

        var state = RunAnalysis.Of(run).States.Single();

        Assert.Equal(3, Assert.Single(state.Launches).Iterations.Count);
        Assert.Empty(state.Slowed);
    }

    [Fact]
    public void Cost_EveryLaunchSlowedDown_IsAbsentWithTheReason()
    {
        var run = Run([2, 2, 2, 2, 2, 2]);
        var slowed = run.Launches[0] with { State = "Slowed", Round = 1 };
        run = run with
        {
            States = [.. run.States, SampleRun.State("Slowed", "Slowed", "Lock", "AtOnce")],
            Launches = [.. run.Launches, slowed.With(Metric.PaceBefore, Enumerable.Repeat(3.0, 6)).With(Metric.PaceAfter, Enumerable.Repeat(3.0, 6))],
        };

        var state = RunAnalysis.Of(run).States.Single(one => one.Declared.Name == "Slowed");

        Assert.Equal("something else slowed the core down in more than half of every launch", state.Cost.AbsentBecause);
        Assert.Contains(Mark.TooFewLaunches, state.Marks);
    }

    // An operation takes 5 ns for every nanosecond that a step of the fixed work took.
    private static StoredRun Run(params double[][] paces) => SampleRun.Of(SampleRun.State(Name, Name, "Lock", "AtOnce")) with
    {
        Launches =
        [
            .. paces.Select((pace, round) => SampleRun.Launch(Name, Look.OneCore, round, 1).WithPace(pace)
                .With(Metric.Time, pace.Select(step => step * 5 * SampleRun.Operations))
                .With(Metric.EndOf("readers"), pace.Select(step => step * 5 * SampleRun.Operations))
                .With(Metric.EndOf("writers"), pace.Select(step => step * 5 * SampleRun.Operations))),
        ],
    };
}
