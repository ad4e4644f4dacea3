using KeyedState.Results;

namespace KeyedState.Tests.Results.Statistics;

public sealed class MarkDetectorTests
{
    public static TheoryData<string, double, double, bool, Mark[]> Rows => new()
    {
        { "nothing to say", 1.5, 0.8, true, [] },
        { "slowest too slow", 1.51, 0.8, true, [Mark.Unsteady] },
        { "one role alone", 1, 0.79, true, [Mark.RolesApart] },
        { "still compiling", 1, 1, false, [Mark.NotSettled] },
        { "all of it", 2, 0.1, false, [Mark.Unsteady, Mark.RolesApart, Mark.NotSettled] },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Detect_Launches_FindsTheMarks(string what, double slowest, double shared, bool settled, Mark[] expected)
    {
        LaunchFigure[] launches =
        [
            .. from look in Look.All
               from round in Enumerable.Range(0, 6)
               select new LaunchFigure(look, round, round == 3 ? slowest : 1, shared, [1, 1], settled || round is not (2 or 4), []),
        ];

        var found = MarkDetector.Detect(launches, SampleRun.Headline().Looks, shared, null).Select(mark => mark.Mark).Distinct().ToArray();

        Assert.True(expected.SequenceEqual(found), what);
    }

    /// <summary>A mark is of the look that it was found in; roles are timed on all cores where that look was taken.</summary>
    [Fact]
    public void Detect_OneLookIsNotSettled_MarksItsFigureOnly()
    {
        LaunchFigure[] launches =
        [
            .. from look in Look.All
               from round in Enumerable.Range(0, 6)
               select new LaunchFigure(look, round, look == Look.AllCores && round == 3 ? 2 : 1, 0.5, [1, 1], look == Look.AllCores || round > 2, []),
        ];

        Assert.Equal(
            [new(Mark.Unsteady, Look.AllCores), new(Mark.RolesApart, Look.AllCores), new(Mark.NotSettled, Look.OneCore)],
            MarkDetector.Detect(launches, SampleRun.Headline().Looks, 0.5, null));
    }

    [Fact]
    public void Detect_OneLaunchInSixIsNotSettled_MayBeChance()
    {
        LaunchFigure[] launches = [.. Enumerable.Range(0, 6).Select(round => new LaunchFigure(Look.OneCore, round, 1, 1, [1, 1], round != 2, []))];

        Assert.Empty(MarkDetector.Detect(launches, [SampleRun.Headline().Looks[0]], 1, null));
    }

    [Fact]
    public void Detect_FiveLaunchesInOneLook_AreTooFew()
    {
        LaunchFigure[] launches = [.. Enumerable.Range(0, 5).Select(round => new LaunchFigure(Look.OneCore, round, 1, 1, [1, 1], true, []))];

        Assert.Equal([new(Mark.TooFewLaunches, Look.OneCore)], MarkDetector.Detect(launches, [SampleRun.Headline().Looks[0]], null, null));
        Assert.Empty(MarkDetector.Detect(launches, [], null, null));
    }

    [Theory]
    [InlineData(20.0, 2, false)]
    [InlineData(20.0, 3, true)]
    [InlineData(null, 40, false)]
    public void Detect_IterationsUnderTwoThirdsOfTheWindow_AreMarkedBeyondATwentieth(double? window, int shortOnes, bool marked)
    {
        // Eight launches of five iterations each on one core.
        LaunchFigure[] launches =
        [
            .. Enumerable.Range(0, 8).Select(round => new LaunchFigure(
                Look.OneCore, round, 1, 1, [1, 1], true, [.. Enumerable.Range(5 * round, 5).Select(index => index < shortOnes ? 13.2e6 : 13.4e6)])),
        ];
        var look = SampleRun.Headline().Looks[0];

        var found = MarkDetector.Detect(launches, [look with { Protocol = look.Protocol with { WindowMilliseconds = window, RunMicroseconds = window } }], 1, null);

        Assert.Equal(marked ? [new FigureMark(Mark.ShortIterations, Look.OneCore)] : [], found);
    }

    [Theory]
    [InlineData(0.02, false)]
    [InlineData(0.021, true)]
    public void Detect_CollectionsBeyondTwoPercentOfTheCost_AreMarked(double share, bool marked) =>
        Assert.Equal(marked ? [new FigureMark(Mark.Collections, Look.OneCore)] : [], MarkDetector.Detect([], [], 1, share));
}
