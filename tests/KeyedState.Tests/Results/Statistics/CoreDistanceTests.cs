using KeyedState.Results;

namespace KeyedState.Tests.Results.Statistics;

/// <summary>Figures of iterations between which the cores moved are never put together.</summary>
public sealed class CoreDistanceTests
{
    private const string Name = "Lock";

    // Near, far, moved while it ran, near.
    private static readonly double[] Before = [60, 320, 60, 80];
    private static readonly double[] After = [70, 330, 310, 90];

    [Theory]
    [InlineData(249.9, "near")]
    [InlineData(250, "far")]
    public void Of_RoundTrip_HasOneBound(double roundTrip, string distance) => Assert.Equal(distance, CoreDistance.Of(roundTrip).Name);

    [Fact]
    public void At_ADistance_KeepsTheIterationsThatHadItBeforeAndAfter()
    {
        var note = Launch(0, 10, 30, 20, 10).Note;

        Assert.Equal([10e7, 10e7], note.At(CoreDistance.Near).Of(Metric.Time));
        Assert.Equal([30e7], note.At(CoreDistance.Far).Of(Metric.Time));
        Assert.Equal(4, note.At(null).Iterations);
        Assert.Equal((2, 1), (note.IterationsAt(CoreDistance.Near), note.IterationsAt(CoreDistance.Far)));
    }

    [Fact]
    public void At_NobodyLooked_KeepsAll()
    {
        var note = SampleRun.Launch(Name, Look.AllCores, 0, 10).Note;

        Assert.Same(note, note.At(CoreDistance.Far));
        Assert.Equal(0, note.IterationsAt(CoreDistance.Near));
    }

    [Fact]
    public void Analysis_CoresThatMove_TakesTheDistanceOfMost()
    {
        var analysis = RunAnalysis.Of(Run(Launch(0, 10, 30, 20, 10), Launch(1, 12, 33, 20, 12), AllFar(2, 31)));

        Assert.Same(CoreDistance.Far, analysis.Distance);
        Assert.Equal((12, 4, 6), (analysis.LookedAt, analysis.IterationsAt(CoreDistance.Near), analysis.IterationsAt(CoreDistance.Far)));
        Assert.Equal(320, analysis.RoundTrip);
        // Of the first two launches a quarter ran while the cores were far, and half while they were near.
        Assert.Equal([31], TimesOf(analysis));
        Assert.Equal([10, 12], TimesOf(analysis.AtOtherDistance()!));
        Assert.Equal(80, analysis.AtOtherDistance()!.RoundTrip!.Value, 10.0);
    }

    [Fact]
    public void Analysis_NoLaunchAtTheDistance_SaysSo()
    {
        var near = RunAnalysis.Of(Run(AllFar(0, 31), AllFar(1, 31), Launch(0, 10, 30, 20, 10) with { State = "Empty" })).AtOtherDistance()!;

        var state = near.States.Single(one => one.Declared.Name == Name);
        Assert.Equal("in no launch were the cores near for half of the iterations", state.Throughput.AbsentBecause);
        Assert.Contains(Mark.TooFewLaunches, state.Marks);
    }

    [Fact]
    public void Analysis_NobodyLooked_HasNoDistance()
    {
        var analysis = RunAnalysis.Of(SampleRun.Headline());

        Assert.Null(analysis.Distance);
        Assert.Null(analysis.RoundTrip);
        Assert.Null(analysis.AtOtherDistance());
    }

    [Fact]
    public void Conditions_OtherDistance_Differ()
    {
        var differences = DifferenceDetector.OfConditions(Run(AllFar(0, 31)), Run(Launch(0, 10, 30, 20, 10)));

        Assert.Equal([new RunDifference(RunAspect.Machine, "distance of cores", "far", "near")], differences);
    }

    private static IEnumerable<double> TimesOf(RunAnalysis analysis) =>
        analysis.States.Single(one => one.Declared.Name == Name).LaunchesIn(Look.AllCores).Select(launch => launch.NanosecondsPerOperation);

    private static StoredRun Run(params StoredLaunch[] launches) =>
        SampleRun.Of(SampleRun.State(Name, Name, "Lock", "AtOnce"), SampleRun.State("Empty", "Empty state", "Limit", "AtOnce")) with { Launches = launches };

    private static StoredLaunch AllFar(int round, double time) => Timed(round, [time, time, time, time]).WithCores([320, 320, 320, 320], [310, 310, 310, 310]);

    private static StoredLaunch Launch(int round, params double[] times) => Timed(round, times).WithCores(Before, After);

    // Of the sample's six iterations as many are kept as there are times.
    private static StoredLaunch Timed(int round, double[] times)
    {
        var launch = SampleRun.Launch(Name, Look.AllCores, round, 1);
        return new[] { Metric.Time, Metric.EndOf("readers"), Metric.EndOf("writers") }.Aggregate(
            launch with { Note = launch.Note.Cut(0, times.Length) },
            (timed, metric) => timed.With(metric, times.Select(time => time * SampleRun.Operations)));
    }
}
