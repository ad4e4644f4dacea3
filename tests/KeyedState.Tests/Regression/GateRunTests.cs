using System.Diagnostics;
using KeyedState.Regression;
using KeyedState.Results;
using KeyedState.Tests.Reports;

namespace KeyedState.Tests.Regression;

/// <summary>The whole gate over scripted workers, whose times are known. The scripts need a POSIX shell.</summary>
public sealed class GateRunTests : IDisposable
{
    private const string NeedsShell = "It needs a POSIX shell.";

    private readonly string folder = Directory.CreateTempSubdirectory("gate-run-").FullName;

    public static bool IsWindows => OperatingSystem.IsWindows();

    private ScriptedBuild Base => new(folder, "base.sh");

    private ScriptedBuild Head => new(folder, "head.sh");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_NothingChanged_Passes()
    {
        var record = Run(Base, Head);

        Assert.Equal(GateConclusion.Passed, record.Conclusion);
        Assert.Equal(["AsynchronousFloor", "Empty", "Lock", "Owner"], record.Rows.Select(row => row.State).Order(StringComparer.Ordinal));
        Assert.All(record.Rows, row => Assert.Equal(Verdict.NoDifference, row.Verdict));
        Assert.Equal([1, 1, 1.1255], record.SelfTests.Select(test => Math.Round(test.Planted, 4)));
        Assert.All(record.SelfTests, test => Assert.True(test.Passed));
    }

    [Fact(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_SlowerState_IsFoundInTwoRoundsAndNoOther()
    {
        var head = Head;
        head.Times["Owner"] *= 1.04;

        var record = Run(Base, head);

        Assert.Equal(GateConclusion.Regression, record.Conclusion);
        var slower = Assert.Single(record.Rows, row => row.Verdict == Verdict.Slower);
        Assert.Equal(("Owner", 2, 1.04), (slower.State, slower.Round, Math.Round(slower.Ratio!.Value, 3)));
    }

    [Fact(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_SlowerStateThatDeclaresOtherThings_IsFound()
    {
        var head = Head;
        head.Times["Owner"] *= 1.04;
        head.Limits.Add("Owner");
        head.FullSuiteOnly.Add("Owner");

        Assert.Equal(GateConclusion.Regression, Run(Base, head).Conclusion);
    }

    [Fact(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_WrongStateThatIsCalledALimit_Fails()
    {
        var head = Head;
        head.Wrong.Add("Owner");
        head.Limits.Add("Owner");

        Assert.Equal(GateConclusion.Regression, Run(Base, head).Conclusion);
    }

    [Fact(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_RenamedLimit_KeepsNoOtherStateFromBeingFound()
    {
        var (before, head) = (Base, Head);
        before.Times["Nothing"] = before.Times["Empty"];
        before.Bytes["Nothing"] = 0;
        before.Times.Remove("Empty");
        head.Times["Owner"] *= 1.04;

        var record = Run(before, head);

        Assert.Equal((GateConclusion.Regression, "Nothing"), (record.Conclusion, Assert.Single(record.Removed)));
    }

    [Fact(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_RemovedState_IsNoPass()
    {
        var head = Head;
        head.Times.Remove("Owner");

        var record = Run(Base, head);

        Assert.Equal((GateConclusion.StateMissing, "Owner"), (record.Conclusion, Assert.Single(record.Removed)));
    }

    [Fact(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_FasterState_IsSaidAndPasses()
    {
        var head = Head;
        head.Times["Lock"] /= 1.04;

        var record = Run(Base, head);

        Assert.Equal(GateConclusion.Passed, record.Conclusion);
        Assert.Equal("Lock", Assert.Single(record.Rows, row => row.Verdict == Verdict.Faster).State);
    }

    [Fact(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_OneByteMoreAnOperation_IsAnExactAlarmAndNoOther()
    {
        var head = Head;
        head.Bytes["Owner"] += 1;

        var record = Run(Base, head);

        Assert.Equal(GateConclusion.Regression, record.Conclusion);
        Assert.Equal(new GateAllocation("Owner", 0.5, 1.5), Assert.Single(record.Allocations, allocation => allocation.IsAlarm));
    }

    /// <summary>The harness is the head's on both sides; where the base's states don't fit it, nothing but a wrong head is judged.</summary>
    [Theory(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    [InlineData(false, GateConclusion.HarnessChanged)]
    [InlineData(true, GateConclusion.Regression)]
    public void Run_BaseThatDoesNotRunUnderTheHeadsHarness_IsSaidAndLeftUnjudged(bool wrong, GateConclusion expected)
    {
        var head = Head;
        head.Wrong.UnionWith(wrong ? ["Owner"] : []);

        var record = Run(new ScriptedBuild(folder, "base.sh") { Ends = true }, head);

        Assert.Equal(expected, record.Conclusion);
        Assert.Equal(
            "The base's states do not run under the head's harness. The worker of base ended at Hello and said: it does not load", record.HarnessChange);
    }

    [Fact(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_HeadOfAnotherProtocol_IsAWrongCall() => Assert.StartsWith(
        "The worker of head speaks an older protocol than this build, 1 against ",
        Assert.Throws<FormatException>(() => Run(Base, new ScriptedBuild(folder, "head.sh") { Protocol = 1 })).Message,
        StringComparison.Ordinal);

    [Fact(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_HeadThatIsWrong_FailsHoweverFastItIs()
    {
        var head = Head;
        head.Times["Owner"] /= 4;
        head.Wrong.Add("Owner");

        var record = Run(Base, head);

        Assert.Equal(GateConclusion.Regression, record.Conclusion);
        Assert.Equal("failed its check: it lost a write", Assert.Single(record.Rows, row => row.State == "Owner").Failure);
    }

    [Fact(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_AddedStateThatIsWrong_Fails()
    {
        var before = Base;
        before.Times.Remove("Owner");
        var head = Head;
        head.Wrong.Add("Owner");

        var record = Run(before, head);

        Assert.Equal((GateConclusion.Regression, "Owner"), (record.Conclusion, Assert.Single(record.Added)));
    }

    [Theory(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    [InlineData(false, GateConclusion.Regression)]
    [InlineData(true, GateConclusion.CannotJudge)]
    public void Run_StateThatFailsInItsSlices_IsWhoseFaultItIs(bool inBase, GateConclusion expected)
    {
        var (before, head) = (Base, Head);
        (inBase ? before : head).Failing.Add("Owner");

        var record = Run(before, head);

        Assert.Equal(expected, record.Conclusion);
        Assert.Contains("it threw", Assert.Single(record.Rows, row => row.State == "Owner").Failure, StringComparison.Ordinal);
    }

    [Fact(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_PlantedDelayThatIsNotFelt_CannotJudge()
    {
        var record = Run(new ScriptedBuild(folder, "base.sh") { DelayWorks = false }, Head);

        Assert.Equal(GateConclusion.CannotJudge, record.Conclusion);
        Assert.Equal(2, Assert.Single(record.SelfTests, test => !test.Passed).Attempts);
    }

    [Theory(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    [InlineData("AsynchronousFloor,Empty,Lock")]
    [InlineData("Lock,Owner", "Lock", "Owner")]
    [InlineData("Owner", "Owner")]
    public void Run_StateOfTheFullSuiteOnly_IsComparedWhenItIsNamed(string compared, params string[] named)
    {
        var (before, head) = (Base, Head);
        before.FullSuiteOnly.Add("Owner");
        head.FullSuiteOnly.Add("Owner");

        Assert.Equal(compared.Split(','), Run(before, head, named).Rows.Select(row => row.State).Order(StringComparer.Ordinal));
    }

    [Fact(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_StateOfTheFullSuiteOnlyThatIsWrong_FailsAllTheSame()
    {
        var head = Head;
        head.FullSuiteOnly.Add("Owner");
        head.Wrong.Add("Owner");

        Assert.Equal(GateConclusion.Regression, Run(Base, head).Conclusion);
    }

    [Fact(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_StateThatIsNotThere_IsAWrongCall() =>
        Assert.StartsWith("There is no state Lok that both builds have", Assert.Throws<FormatException>(() => Run(Base, Head, "Lok")).Message, StringComparison.Ordinal);

    /// <summary>A build against itself with a delay planted into the head: whoever doesn't find it sees nothing.</summary>
    [Theory(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    [InlineData(1.0, GateConclusion.Passed)]
    [InlineData(1.5, GateConclusion.Regression)]
    public void Run_PlantedDelay_IsFound(double planted, GateConclusion expected) => Assert.Equal(expected, Run(Base, Base, planted, "Lock").Conclusion);

    private static GateRecord Run(ScriptedBuild before, ScriptedBuild head, params string[] states) => Run(before, head, 1, states);

    private static GateRecord Run(ScriptedBuild before, ScriptedBuild head, double planted, params string[] states)
    {
        var rules = LookRules.OneCore with { FirstRound = 10, SecondRound = 10 };
        var look = new LookSetup(rules, new Dictionary<string, string>(), () => null, Bound: true, AbsentBecause: null);
        var blank = GateSamples.Passed() with
        {
            Seed = 1,
            Looks = [new GateLook(Look.OneCore, Math.Exp(rules.Threshold), Math.Exp(rules.Unimportant), null)],
            Rows = [],
            Allocations = [],
            SelfTests = [],
        };
        return new GateRun(before.Publish(), head.Publish(), [look], _ => { }, CancellationToken.None).Run(
            blank, new GateQuestion(states, new HashSet<string>(), Stopwatch.GetTimestamp(), TimeSpan.FromHours(1), planted));
    }
}
