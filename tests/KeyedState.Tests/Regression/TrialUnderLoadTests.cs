using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Tests.Regression;

public sealed class TrialUnderLoadTests
{
    private static readonly ComparedState Mailbox = new("Mailbox");

    /// <summary>Launches of which each side has four windows: measured (m), too short for the clock (s) or not borne (o).</summary>
    [Theory]
    [InlineData("mmmm mmmm", null)]
    [InlineData("ssss ssss", Unjudged.BelowResolution)]
    [InlineData("ssss mmmm", null)]
    [InlineData("sssm sssm", Unjudged.BelowResolution)]
    [InlineData("ssmm ssmm", null)]
    [InlineData("mmmo mooo", null)]
    [InlineData("oooo oooo", Unjudged.Overloaded)]
    [InlineData("oooo mmmm", Unjudged.Overloaded)]
    [InlineData("mmmm oooo", Unjudged.OverloadedInHead)]
    public void NotJudged_EveryLaunchAlike_SaysWhy(string windows, Unjudged? expected) => Assert.Equal(expected, Of([.. Enumerable.Repeat(windows, 10)]).NotJudged);

    /// <summary>A launch in which a stall kept a side from its load is left out; half of them are the state's.</summary>
    [Theory]
    [InlineData(4, null, 6)]
    [InlineData(5, Unjudged.OverloadedInHead, 5)]
    public void NotJudged_SomeLaunchesOverloaded_CountsThem(int overloaded, Unjudged? expected, int kept)
    {
        var trial = Of([.. Enumerable.Repeat("mmmm oooo", overloaded), .. Enumerable.Repeat("mmmm mmmm", 10 - overloaded)]);

        Assert.Equal((expected, kept), (trial.NotJudged, trial.FirstLaunches));
    }

    [Fact]
    public void Row_NotJudged_HasNoFigureAndNoFailure() => Assert.Equal(
        new GateRow { State = "Mailbox", Look = Look.Latency, Verdict = Verdict.Undecided, NotJudged = Unjudged.Overloaded },
        Of([.. Enumerable.Repeat("oooo mmmm", 10)]).Row(confirmed: true));

    private static Trial Of(string[] launches)
    {
        var trial = new Trial(Mailbox, LookRules.Latency);
        foreach (var sides in launches.Select(windows => windows.Split(' ')))
        {
            trial.AddFirst(new PairedLaunch(Mailbox, [.. sides[0].Select(Window)], [.. sides[1].Select(Window)]));
        }

        return trial;
    }

    private static Slice Window(char kind) => kind switch
    {
        'm' => new(1_000, 0, 2_000),
        's' => new(250, 0, 2_000, BelowResolution: true),
        _ => new(0, 0, 2_000, Overloaded: true),
    };
}
