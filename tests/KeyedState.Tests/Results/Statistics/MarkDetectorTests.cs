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
               select new LaunchFigure(look, round, round == 3 ? slowest : 1, shared, [1, 1], settled || round is not (2 or 4)),
        ];

        var found = MarkDetector.Detect(launches, Look.All, shared).ToArray();

        Assert.True(expected.SequenceEqual(found), what);
    }

    [Fact]
    public void Detect_OneLaunchInSixIsNotSettled_MayBeChance()
    {
        LaunchFigure[] launches = [.. Enumerable.Range(0, 6).Select(round => new LaunchFigure(Look.OneCore, round, 1, 1, [1, 1], round != 2))];

        Assert.Empty(MarkDetector.Detect(launches, [Look.OneCore], 1));
    }

    [Fact]
    public void Detect_FiveLaunchesInOneLook_AreTooFew()
    {
        LaunchFigure[] launches = [.. Enumerable.Range(0, 5).Select(round => new LaunchFigure(Look.OneCore, round, 1, 1, [1, 1], true))];

        Assert.Equal([Mark.TooFewLaunches], MarkDetector.Detect(launches, [Look.OneCore], null));
        Assert.Empty(MarkDetector.Detect(launches, [], null));
    }
}
