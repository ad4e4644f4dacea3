using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Suites;

namespace KeyedState.Tests.Suites;

public sealed class LaunchBudgetTests
{
    private static readonly LookPlan[] Looks =
    [
        LookPlan.OneCore with { Launches = 10, FewestLaunches = 4, Iterations = 7 },
        LookPlan.AllCores with { Launches = 6, FewestLaunches = 6, Iterations = 5 },
    ];

    // Ten states; a launch takes 2 s and 0.1 s for each iteration.
    private static readonly PilotedState[] Piloted =
    [
        .. Looks.SelectMany(look => SuiteCatalogue.Default.Entries.Take(10)
            .Select(entry => new PilotedState(entry, look, WorkSize.Unpiloted(110), LaunchSeconds: 2, IterationSeconds: 0.1))),
    ];

    [Fact]
    public void Seconds_AreThoseOfAllLaunches() =>
        Assert.Equal((10 * 10 * 2.7) + (6 * 10 * 2.5), LaunchBudget.Seconds(Looks, Piloted), 1e-9);

    [Theory]
    [InlineData(421, 10, 7, 6, 5)]
    [InlineData(419, 10, 6, 6, 5)]
    [InlineData(388, 10, 4, 6, 4)]
    [InlineData(369, 10, 3, 6, 3)]
    [InlineData(250, 4, 3, 6, 3)]
    public void Fit_LessTime_CutsIterationsAndThenLaunchesBeyondTheFewest(double seconds, int oneCore, int ofOneCore, int allCores, int ofAllCores)
    {
        var fitted = LaunchBudget.Fit(Looks, Piloted, seconds);

        Assert.Equal([(oneCore, ofOneCore), (allCores, ofAllCores)], fitted.Select(look => (look.Launches, look.Iterations)));
        Assert.InRange(LaunchBudget.Seconds(fitted, Piloted), 0, seconds);
    }

    [Fact]
    public void Fit_TooLittleTimeForAnInterval_StillFits()
    {
        var fitted = LaunchBudget.Fit(Looks, Piloted, seconds: 200);

        Assert.Equal([(4, 3), (4, 3)], fitted.Select(look => (look.Launches, look.Iterations)));
        Assert.InRange(LaunchBudget.Seconds(fitted, Piloted), 0, 200);
    }

    [Theory]
    [InlineData(500, 600, false, 10, 6)]
    [InlineData(250, 600, false, 4, 6)]
    [InlineData(220, 250, true, 4, 6)]
    [InlineData(220, 900, true, 4, 6)]
    [InlineData(220, 229, true, 4, 5)]
    public void Fit_SlowMachine_HasTheLaunchesOfAnIntervalIfTheLongestTimeHoldsThem(double seconds, double longest, bool takesLonger, int oneCore, int allCores)
    {
        var fitted = LaunchBudget.Fit(Looks, Piloted, seconds, longest);

        Assert.Equal(takesLonger, fitted.TakesLonger);
        Assert.Equal((oneCore, allCores), (fitted.Looks[0].Launches, fitted.Looks[1].Launches));
        Assert.All(fitted.Looks, look => Assert.True(look.Iterations == LaunchBudget.FewestIterations || !takesLonger));
    }

    [Fact]
    public void Fit_NoTimeAtAll_LeavesALaunchEach() =>
        Assert.Equal([(1, 3), (1, 3)], LaunchBudget.Fit(Looks, Piloted, seconds: 0).Select(look => (look.Launches, look.Iterations)));

    [Theory]
    [InlineData(12, 0)]
    [InlineData(30, 0)]
    [InlineData(300, 270)]
    public void Overrun_Build_IsWhatItTookBeyondThePlan(double build, double overrun) =>
        Assert.Equal(TimeSpan.FromSeconds(overrun), LaunchBudget.Overrun(TimeSpan.FromSeconds(build)));
}
