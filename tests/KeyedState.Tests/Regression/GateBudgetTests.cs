using KeyedState.Regression;

namespace KeyedState.Tests.Regression;

public sealed class GateBudgetTests
{
    // As on a machine on which a pair of launches of all states takes some two seconds.
    private static readonly LaunchPace Pace = new(AroundSeconds: 1, SliceSeconds: 0.007);

    private static readonly PlannedLook OneCore = new(LookRules.OneCore, States: 17, Pace);
    private static readonly PlannedLook AllCores = new(LookRules.AllCores, States: 6, Pace with { SliceSeconds = 0.012 });

    [Fact]
    public void Fit_TimeEnough_IsWhatItWas() => Assert.Equal([OneCore, AllCores], GateBudget.Fit([OneCore, AllCores], 3600));

    [Fact]
    public void Fit_LittleLessThanEnough_ShortensSlicesFirst()
    {
        var fitted = GateBudget.Fit([OneCore, AllCores], OneCore.Seconds + AllCores.Seconds - 1);

        Assert.Equal(OneCore, fitted[0]);
        Assert.Equal(LookRules.AllCores with { SliceMilliseconds = LookRules.AllCores.SliceMilliseconds - 1 }, fitted[1].Rules);
    }

    /// <summary>The same time on a machine where everything takes 1.4 times as long: fewer launches, and still within it.</summary>
    [Theory]
    [InlineData(1.0)]
    [InlineData(1.4)]
    [InlineData(2.0)]
    public void Fit_SlowerMachine_TakesNoLonger(double slower)
    {
        PlannedLook[] looks = [.. new[] { OneCore, AllCores }.Select(look => look with
        {
            Pace = new(look.Pace.AroundSeconds * slower, look.Pace.SliceSeconds * slower),
        })];

        var fitted = GateBudget.Fit(looks, 260);

        Assert.InRange(fitted.Sum(look => look.Seconds), 150, 260);
        Assert.All(fitted, look => Assert.True(look.Rules.FirstRound >= 12 && look.Rules.SecondRound >= LookRules.FewestSecondRound));
    }

    /// <summary>One core decides, so all cores give their launches first.</summary>
    [Fact]
    public void Fit_LittleTime_KeepsTheLaunchesOfTheLookThatDecides()
    {
        var shortest = AllCores with { Rules = LookRules.AllCores with { SliceMilliseconds = LookRules.AllCores.ShortestSliceMilliseconds } };

        var fitted = GateBudget.Fit([OneCore, AllCores], OneCore.Seconds + shortest.Seconds - 1);

        Assert.Equal((LookRules.OneCore, LookRules.AllCores.FirstRound - 1), (fitted[0].Rules, fitted[1].Rules.FirstRound));
    }

    [Fact]
    public void Fit_NoTime_StillHasTheFewestLaunches()
    {
        var fitted = GateBudget.Fit([OneCore, AllCores], 0);

        Assert.Equal([(12, 5.0), (12, 10.0)], fitted.Select(look => (look.Rules.FirstRound, look.Rules.SliceMilliseconds)));
        Assert.All(fitted, look => Assert.InRange(look.Rules.SecondRound, LookRules.FewestSecondRound, LookRules.FewestSecondRound + 2));
    }

    /// <summary>One core decides: it gives nothing of its time to all cores.</summary>
    [Theory]
    [InlineData(-10)]
    [InlineData(0)]
    [InlineData(25)]
    [InlineData(1e6)]
    public void OfLater_TimeForTheFirstAndSome_IsThatWithoutTheFirst(double beyondTheFirst)
    {
        var fewest = GateBudget.Fit([OneCore, AllCores], 0);

        Assert.Equal(Math.Clamp(beyondTheFirst, 0, fewest[1].Seconds), GateBudget.OfLater(fewest, fewest[0].Seconds + beyondTheFirst), 6);
    }

    [Fact]
    public void OfLater_OneLook_IsNothing() => Assert.Equal(0, GateBudget.OfLater([OneCore], 3600));

    [Fact]
    public void SecondRound_MoreStatesDoubtedThanUsual_HasFewerLaunchesInTheSameTime()
    {
        Assert.Equal(LookRules.OneCore.SecondRound, OneCore.SecondRound(doubted: 1));
        Assert.InRange(OneCore.SecondRound(doubted: 17), LookRules.FewestSecondRound, LookRules.OneCore.SecondRound - 1);
    }

    [Fact]
    public void Of_TwoLaunches_TellsSlicesFromWhatIsAroundThem()
    {
        var pace = LaunchPace.Of(brief: 1 + (2 * 10 * 0.007), usual: 1 + (10 * 10 * 0.007), subjects: 10);

        Assert.Equal((1.0, 0.007), (Math.Round(pace.AroundSeconds, 9), Math.Round(pace.SliceSeconds, 9)));
        Assert.Equal(1 + (10 * 10 * 0.017), pace.Seconds(measured: 10, beside: 0, rehearsed: 10, longerBy: 0.010), 9);
        Assert.Equal(0.625 + (5 * 10 * 0.007), pace.Seconds(measured: 5, beside: 0, rehearsed: 10, longerBy: 0), 9);
    }
}
