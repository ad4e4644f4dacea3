using KeyedState.Regression;
using KeyedState.Results;
using KeyedState.Tests.Reports;

namespace KeyedState.Tests.Regression;

/// <summary>The gate's look at latency over scripted workers, whose tails are known. The scripts need a POSIX shell.</summary>
public sealed class GateRunUnderLoadTests : IDisposable
{
    private static readonly LookRules Rules = LookRules.Latency with { FirstRound = 10, SecondRound = 10, SliceMilliseconds = 100 };

    private readonly string folder = Directory.CreateTempSubdirectory("gate-load-").FullName;
    private readonly LoadedBuild @base;
    private readonly LoadedBuild head;

    public GateRunUnderLoadTests() => (@base, head) = (new(folder, "base.sh"), new(folder, "head.sh"));

    public static bool IsWindows => OperatingSystem.IsWindows();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_NothingChanged_Passes()
    {
        var record = Run();

        Assert.Equal(GateConclusion.Passed, record.Conclusion);
        Assert.Equal([("Owner", Verdict.NoDifference), ("Mailbox", Verdict.NoDifference)], record.Rows.Select(row => (row.State, row.Verdict)));
        Assert.Equal([1, 1, 2.25], record.SelfTests.Select(test => Math.Round(test.Planted, 9)));
        Assert.All(record.SelfTests, test => Assert.True(test.Passed));
        Assert.Empty(record.Allocations);
        Assert.Equal(20_000, Assert.Single(record.Looks).Rate);
    }

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_LongerTail_IsFoundInTwoRoundsAndNoOther()
    {
        head.Tails["Mailbox"] *= 2;

        var record = Run();

        Assert.Equal(GateConclusion.Regression, record.Conclusion);
        var slower = Assert.Single(record.Rows, row => row.Verdict == Verdict.Slower);
        Assert.Equal(("Mailbox", 2, 2.0), (slower.State, slower.Round, Math.Round(slower.Ratio!.Value, 1)));
    }

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_PlantedDelay_IsFound() => Assert.Equal(GateConclusion.Regression, Run(planted: 4).Conclusion);

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_DelayThatTakesNoTime_FailsTheSelfTest()
    {
        @base.DelayWorks = false;

        var record = Run();

        Assert.Equal(GateConclusion.CannotJudge, record.Conclusion);
        Assert.Equal(2.25, Math.Round(Assert.Single(record.SelfTests, test => !test.Passed).Planted, 9));
    }

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_TailsTooShortForTheClock_AreNotJudgedAndDoNotCount()
    {
        (@base.Tails["Owner"], head.Tails["Owner"]) = (100, 200);

        var record = Run();

        Assert.Equal((GateConclusion.Passed, 1), (record.Conclusion, record.Compared(Look.Latency)));
        Assert.Equal(new GateRow { State = "Owner", Look = Look.Latency, Verdict = Verdict.Undecided, NotJudged = Unjudged.BelowResolution }, record.Rows[0]);
    }

    /// <summary>What the base does too fast for the clock, the head does not: held against the shortest time that the clock can tell.</summary>
    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_TailThatGrewBeyondTheResolution_IsFound()
    {
        (@base.Tails["Owner"], head.Tails["Owner"]) = (100, 1_000);

        var slower = Assert.Single(Run().Rows, row => row.Verdict == Verdict.Slower);

        Assert.Equal(("Owner", 4.0), (slower.State, Math.Round(slower.Ratio!.Value, 1)));
    }

    [Theory(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    [InlineData(true, true, Unjudged.Overloaded, GateConclusion.Passed)]
    [InlineData(true, false, Unjudged.Overloaded, GateConclusion.Passed)]
    [InlineData(false, true, Unjudged.OverloadedInHead, GateConclusion.CannotJudge)]
    public void Run_LoadThatIsNotBorne_IsNotJudged(bool inBase, bool inHead, Unjudged expected, GateConclusion conclusion)
    {
        @base.Overloaded.UnionWith(inBase ? ["Mailbox"] : []);
        head.Overloaded.UnionWith(inHead ? ["Mailbox"] : []);

        var record = Run();

        Assert.Equal(conclusion, record.Conclusion);
        Assert.Equal([null, expected], record.Rows.Select(row => row.NotJudged));
    }

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_NoStateThatBearsTheLoad_CannotJudge()
    {
        @base.Overloaded.UnionWith(@base.Tails.Keys);

        Assert.Equal(GateConclusion.CannotJudge, Run().Conclusion);
    }

    private GateRecord Run(double planted = 1)
    {
        var look = new LookSetup(Rules, new Dictionary<string, string>(), () => null, Bound: false, AbsentBecause: null, LoadedBuild.Load);
        var blank = GateSamples.Passed() with
        {
            Seed = 1,
            Looks = [new GateLook(Look.Latency, Math.Exp(Rules.Threshold), Math.Exp(Rules.Unimportant), null, Rate: LoadedBuild.Load.Rate)],
            Rows = [],
            Allocations = [],
            SelfTests = [],
        };
        return new GateRun(@base.Publish(), head.Publish(), [look], _ => { }, CancellationToken.None).Run(
            blank, new GateQuestion([], new HashSet<string>(), new GateTime(TimeProvider.System, TimeSpan.FromHours(1)), planted));
    }
}
