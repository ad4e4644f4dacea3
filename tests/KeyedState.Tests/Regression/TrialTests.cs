using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Tests.Regression;

public sealed class TrialTests
{
    // As many comparisons as the headline states make in two looks.
    private const int Family = 30;

    [Theory]
    [InlineData(1.05, Verdict.Slower)]
    [InlineData(1 / 1.05, Verdict.Faster)]
    [InlineData(1.00, Verdict.NoDifference)]
    public void Decide_ClearCase_SaysSo(double ratio, Verdict expected) =>
        Assert.Equal(expected, Launches.Verdict(Launches.Trial(new Random(1), ratio), Family));

    /// <summary>Unchanged builds under seeded noise: no alarm in any of a thousand comparisons.</summary>
    [Fact]
    public void Decide_NothingChanged_NeverAlarms()
    {
        var random = new Random(2);

        Assert.DoesNotContain(
            Enumerable.Range(0, 1000).Select(_ => Launches.Verdict(Launches.Trial(random, 1.0), Family)),
            verdict => verdict is Verdict.Slower or Verdict.Faster);
    }

    [Fact]
    public void Decide_SlowerByThreePercent_IsFoundNearlyAlways()
    {
        var random = new Random(3);

        Assert.InRange(Enumerable.Range(0, 200).Count(_ => Launches.Verdict(Launches.Trial(random, 1.03), Family) == Verdict.Slower), 180, 200);
    }

    /// <summary>Whatever the truth, the bound that is printed with "no difference" is one.</summary>
    [Theory]
    [InlineData(1.00)]
    [InlineData(1.01)]
    [InlineData(1.02)]
    public void Decide_NoDifference_OnlyAboveTheTruth(double ratio)
    {
        var random = new Random(4);
        var rows = Enumerable.Range(0, 300).Select(_ => Launches.Trial(random, ratio).Row(confirmed: false))
            .Where(row => row.Verdict == Verdict.NoDifference).ToArray();

        Assert.True(rows.Length > 0 || ratio > 1.01);
        Assert.InRange(rows.Count(row => Math.Max(row.Upper!.Value, 1 / row.Lower!.Value) < ratio), 0, 3);
    }

    [Fact]
    public void Decide_DoubtThatTheSecondRoundDoesNotShare_IsNoAlarm()
    {
        var subject = new ComparedState("Lock");
        var trial = new Trial(subject, LookRules.OneCore);
        for (var launch = 0; launch < 40; launch++)
        {
            trial.AddFirst(Launches.Pair(subject, 1.05 + (launch % 3 * 0.001)));
            trial.AddSecond(Launches.Pair(subject, 1.00 + (launch % 3 * 0.001)));
        }

        Assert.True(trial.IsDoubtedSlower);
        Assert.Equal(Verdict.NoDifference, Launches.Verdict(trial));
    }

    /// <summary>Half of the launches say one thing and half another: the machine moved, and half of that is nobody's.</summary>
    [Fact]
    public void Decide_ComparisonMovedWhileItWasMade_IsUndecided()
    {
        var subject = new ComparedState("Lock");
        var trial = new Trial(subject, LookRules.OneCore);
        for (var launch = 0; launch < 40; launch++)
        {
            trial.AddFirst(Launches.Pair(subject, (launch < 20 ? 1.00 : 1.08) + (launch % 3 * 0.001)));
        }

        Assert.InRange(trial.Unimportant, Math.Log(1.035), Math.Log(1.04));
        Assert.Equal(Verdict.Undecided, Launches.Verdict(trial));
    }

    /// <summary>A machine that gets slower for both alike is no noise of the comparison.</summary>
    [Fact]
    public void Decide_BothBuildsSlowDownTogether_CancelsOut()
    {
        var subject = new ComparedState("Lock");
        var trial = new Trial(subject, LookRules.OneCore);
        for (var launch = 0; launch < 40; launch++)
        {
            trial.AddFirst(Launches.Pair(subject, 1.00 + (launch % 3 * 0.001), nanoseconds: launch < 20 ? 10 : 10.8));
        }

        Assert.Equal(LookRules.OneCore.Unimportant, trial.Unimportant);
        Assert.Equal(Verdict.NoDifference, Launches.Verdict(trial));
    }

    [Fact]
    public void Row_TooFewLaunches_SaysWhyThereIsNoFigure()
    {
        var row = new Trial(new ComparedState("Lock"), LookRules.OneCore).Row(confirmed: false);

        Assert.Equal((Verdict.Undecided, "too few launches ended"), (row.Verdict, row.Failure));
    }

    [Fact]
    public void LogRatio_OneSlowSlice_SpeaksOnAllCoresOnlyWithTheOthers()
    {
        var paired = new PairedLaunch(new ComparedState("Lock"), [Of(10), Of(10), Of(10)], [Of(11), Of(11), Of(90)]);

        Assert.Equal(Math.Log(1.1), paired.LogRatio(Look.OneCore), 12);
        Assert.Equal(Math.Log(1.1), paired.LogRatio(Look.AllCores), 12);

        static Slice Of(double nanoseconds) => new(nanoseconds, 0, 1000);
    }

    [Fact]
    public void LogRatio_HalfOfTheSlicesSlow_IsContentionOnAllCoresOnly()
    {
        var paired = new PairedLaunch(new ComparedState("Lock"), [Of(10), Of(10), Of(10), Of(10)], [Of(10), Of(10), Of(20), Of(20)]);

        Assert.Equal(0, paired.LogRatio(Look.OneCore), 12);
        Assert.Equal(Math.Log(Math.Sqrt(2)), paired.LogRatio(Look.AllCores), 12);

        static Slice Of(double nanoseconds) => new(nanoseconds, 0, 1000);
    }

    /// <summary>Sides that had their cores at different distances are not compared; the distance that both had is, if there is one.</summary>
    [Theory]
    [InlineData("nnnn", "nnnn", 4, 4)]
    [InlineData("nnff", "nfff", 2, 3)]
    [InlineData("nffn", "nmmm", 2, 1)]
    [InlineData("nnnn", "ffff", 0, 0)]
    [InlineData("mmmm", "nnnn", 0, 0)]
    [InlineData("----", "----", 4, 4)]
    public void AtOneDistance_CoresThatMove_KeepsWhatBothSidesHad(string before, string after, int kept, int keptOfHead)
    {
        var paired = new PairedLaunch(new ComparedState("Lock"), [.. before.Select(Of)], [.. after.Select(Of)]).AtOneDistance();

        Assert.Equal((kept, keptOfHead), (paired.Base.Count, paired.Head.Count));

        static Slice Of(char cores) => cores switch
        {
            'n' => new(10, 0, 1000, CoreDistance.Near, CoreDistance.Near),
            'f' => new(30, 0, 1000, CoreDistance.Far, CoreDistance.Far),
            'm' => new(20, 0, 1000, CoreDistance.Near, CoreDistance.Far),
            _ => new(10, 0, 1000),
        };
    }
}
