using KeyedState.Results;

namespace KeyedState.Tests.Regression;

/// <summary>The whole gate over scripted workers: states that are wrong or fail, and builds that can't be compared.</summary>
public sealed class GateRunFailureTests : IDisposable
{
    private readonly ScriptedGate gate = new();

    public static bool IsWindows => OperatingSystem.IsWindows();

    public void Dispose() => gate.Dispose();

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_WrongStateThatIsCalledALimit_Fails()
    {
        gate.Head.Wrong.Add("Owner");
        gate.Head.Limits.Add("Owner");

        Assert.Equal(GateConclusion.Regression, gate.Run().Conclusion);
    }

    /// <summary>The harness is the head's on both sides; where the base's states don't fit it, nothing but a wrong head is judged.</summary>
    [Theory(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    [InlineData(false, GateConclusion.HarnessChanged)]
    [InlineData(true, GateConclusion.Regression)]
    public void Run_BaseThatDoesNotRunUnderTheHeadsHarness_IsSaidAndLeftUnjudged(bool wrong, GateConclusion expected)
    {
        gate.Base.Ends = true;
        gate.Head.Wrong.UnionWith(wrong ? ["Owner"] : []);

        var record = gate.Run();

        Assert.Equal(expected, record.Conclusion);
        Assert.Equal(
            "The base's states do not run under the head's harness. The worker of base ended at Hello and said: it does not load", record.HarnessChange);
    }

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_BaseOfWhichNoStateRunsUnderTheHeadsHarness_IsSaidAndLeftUnjudged()
    {
        gate.Base.Failing.UnionWith(gate.Base.Times.Keys);

        var record = gate.Run();

        Assert.Equal(GateConclusion.HarnessChanged, record.Conclusion);
        Assert.StartsWith("The base's states do not run under the head's harness. The worker of base ", record.HarnessChange, StringComparison.Ordinal);
    }

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_HeadOfAnotherProtocol_IsAWrongCall()
    {
        gate.Head.Protocol = 1;

        Assert.StartsWith(
            "The worker of head speaks an older protocol than this build, 1 against ",
            Assert.Throws<FormatException>(() => gate.Run()).Message,
            StringComparison.Ordinal);
    }

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_HeadThatIsWrong_FailsHoweverFastItIs()
    {
        gate.Head.Times["Owner"] /= 4;
        gate.Head.Wrong.Add("Owner");

        var record = gate.Run();

        Assert.Equal(GateConclusion.Regression, record.Conclusion);
        Assert.Equal("failed its check: it lost a write", Assert.Single(record.Rows, row => row.State == "Owner").Failure);
    }

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_AddedStateThatIsWrong_Fails()
    {
        gate.Base.Times.Remove("Owner");
        gate.Head.Wrong.Add("Owner");

        var record = gate.Run();

        Assert.Equal((GateConclusion.Regression, "Owner"), (record.Conclusion, Assert.Single(record.Added)));
    }

    [Theory(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    [InlineData(false, GateConclusion.Regression)]
    [InlineData(true, GateConclusion.CannotJudge)]
    public void Run_StateThatFailsInItsSlices_IsWhoseFaultItIs(bool inBase, GateConclusion expected)
    {
        (inBase ? gate.Base : gate.Head).Failing.Add("Owner");

        var record = gate.Run();

        Assert.Equal(expected, record.Conclusion);
        Assert.Contains("it threw", Assert.Single(record.Rows, row => row.State == "Owner").Failure, StringComparison.Ordinal);
    }

    /// <summary>A state that hangs now and then is measured in the other launches, and must not pass for that.</summary>
    [Theory(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    [InlineData(false, true, GateConclusion.FailedOnce)]
    [InlineData(true, false, GateConclusion.Passed)]
    [InlineData(true, true, GateConclusion.FailedOnce)]
    public void Run_StateThatFailsInOneLaunch_IsNoPassIfItIsTheHeads(bool inBase, bool inHead, GateConclusion expected)
    {
        gate.Base.FailingOnce.UnionWith(inBase ? ["Owner"] : []);
        gate.Head.FailingOnce.UnionWith(inHead ? ["Owner"] : []);

        Assert.Equal(expected, gate.Run().Conclusion);
    }

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_PlantedDelayThatIsNotFelt_CannotJudge()
    {
        gate.Base.DelayWorks = false;

        var record = gate.Run();

        Assert.Equal(GateConclusion.CannotJudge, record.Conclusion);
        Assert.Equal(2, Assert.Single(record.SelfTests, test => !test.Passed).Attempts);
    }

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_StateOfTheFullSuiteOnlyThatIsWrong_FailsAllTheSame()
    {
        gate.Head.FullSuiteOnly.Add("Owner");
        gate.Head.Wrong.Add("Owner");

        Assert.Equal(GateConclusion.Regression, gate.Run().Conclusion);
    }

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_StateThatIsNotThere_IsAWrongCall() =>
        Assert.StartsWith("There is no state Lok that both builds have", Assert.Throws<FormatException>(() => gate.Run("Lok")).Message, StringComparison.Ordinal);
}
