using KeyedState.Benchmarks.Commands;
using KeyedState.Results;
using KeyedState.Tests.Reports;

namespace KeyedState.Tests.Results.GateRecords;

public sealed class GateRecordTests
{
    [Fact]
    public void Conclusion_NothingToSay_Passes() => Assert.Equal((GateConclusion.Passed, 0), Of(GateSamples.Passed()));

    [Fact]
    public void Conclusion_Slower_IsARegression() => Assert.Equal((GateConclusion.Regression, 1), Of(GateSamples.Passed() with
    {
        Rows = [GateSamples.Row("Lock", Look.OneCore, 1.05, Verdict.Slower)],
    }));

    [Fact]
    public void Conclusion_OneByteMoreAnOperation_IsARegression() => Assert.Equal((GateConclusion.Regression, 1), Of(GateSamples.Passed() with
    {
        Allocations = [new("Lock", 0, 1)],
    }));

    [Fact]
    public void Conclusion_OneByteLess_Passes() => Assert.Equal((GateConclusion.Passed, 0), Of(GateSamples.Passed() with
    {
        Allocations = [new("Lock", 1, 0)],
    }));

    [Fact]
    public void Conclusion_HeadIsWrong_IsARegression() => Assert.Equal((GateConclusion.Regression, 1), Of(GateSamples.Passed() with
    {
        Rows = [new() { State = "Lock", Look = Look.OneCore, Verdict = Verdict.Undecided, Failure = "failed its check", FailureOfHead = true }],
    }));

    [Fact]
    public void Conclusion_HarnessChanged_JudgesNoState() => Assert.Equal((GateConclusion.HarnessChanged, 3), Of(GateSamples.Passed() with
    {
        HarnessChange = "The base's states do not run.",
    }));

    /// <summary>Another harness excuses figures, not a state that is wrong.</summary>
    [Fact]
    public void Conclusion_HarnessChangedAndHeadIsWrong_IsARegression() => Assert.Equal((GateConclusion.Regression, 1), Of(GateSamples.Regression() with
    {
        HarnessChange = "The base's states do not run.",
    }));

    /// <summary>A renamed state can't be told from one that is gone, and may have become slower.</summary>
    [Fact]
    public void Conclusion_RemovedState_IsNoPass() => Assert.Equal((GateConclusion.StateMissing, 3), Of(GateSamples.StateMissing()));

    [Fact]
    public void Conclusion_RemovedStateAndASlowerOne_IsARegression() => Assert.Equal((GateConclusion.Regression, 1), Of(GateSamples.StateMissing() with
    {
        Rows = [GateSamples.Row("Lock", Look.OneCore, 1.05, Verdict.Slower)],
    }));

    [Fact]
    public void Conclusion_NoSelfTest_CannotJudge() => Assert.Equal((GateConclusion.CannotJudge, 3), Of(GateSamples.Passed() with { SelfTests = [] }));

    [Fact]
    public void Conclusion_SelfTestFailed_CannotJudge() => Assert.Equal((GateConclusion.CannotJudge, 3), Of(GateSamples.Passed() with
    {
        Rows = [GateSamples.Row("Lock", Look.OneCore, 1.05, Verdict.Slower)],
        SelfTests = [new("Lock", Look.OneCore, 1, 1.1, Passed: false, 2)],
    }));

    /// <summary>Nine of ten rows must have been able to show the threshold; eight of ten are too few.</summary>
    [Theory]
    [InlineData(9, GateConclusion.Passed)]
    [InlineData(8, GateConclusion.CannotJudge)]
    public void Conclusion_RowsThatCouldNotSee_CountAgainstAPass(int seeing, GateConclusion expected) =>
        Assert.Equal(expected, (GateSamples.Passed() with
        {
            Rows = [.. Enumerable.Range(0, 10).Select(row => GateSamples.Row($"S{row}", Look.OneCore, 1) with { SmallestVisible = row < seeing ? 1.03 : 1.031 })],
        }).Conclusion);

    /// <summary>Each look concludes by itself: the finer one passes without the coarser, and not the other way round.</summary>
    [Theory]
    [InlineData("all cores", GateConclusion.Passed)]
    [InlineData("one core", GateConclusion.CannotJudge)]
    public void Conclusion_OneLookThatIsBlind_CountsAsFarAsItDecides(string blind, GateConclusion expected) =>
        Assert.Equal(expected, (GateSamples.Passed() with
        {
            Rows = [.. GateSamples.Passed().Rows.Select(row => row.Look.Name == blind ? row with { SmallestVisible = 2 } : row)],
        }).Conclusion);

    [Theory]
    [InlineData(true, GateConclusion.Regression)]
    [InlineData(false, GateConclusion.Passed)]
    public void Conclusion_SlowerOnTheCoarserLook_CountsWhereThatPassedItsSelfTests(bool passed, GateConclusion expected) =>
        Assert.Equal(expected, (GateSamples.Passed() with
        {
            Rows = [.. GateSamples.Passed().Rows, GateSamples.Row("Mailbox", Look.AllCores, 1.5, Verdict.Slower)],
            SelfTests = [.. GateSamples.Passed().SelfTests, new("Mailbox", Look.AllCores, 1, 1.2, passed, 2)],
        }).Conclusion);

    [Fact]
    public void Conclusion_SlowerOnTheCoarserLookWhileTheFinerIsBlind_IsARegression() => Assert.Equal(GateConclusion.Regression, (GateSamples.Passed() with
    {
        Rows = [GateSamples.Row("Lock", Look.OneCore, 1) with { SmallestVisible = 2 }, GateSamples.Row("Lock", Look.AllCores, 1.5, Verdict.Slower)],
    }).Conclusion);

    [Fact]
    public void Conclusion_NothingCompared_CannotJudge() => Assert.Equal((GateConclusion.CannotJudge, 3), Of(GateSamples.Passed() with { Rows = [] }));

    [Theory]
    [InlineData(Unjudged.BelowResolution, GateConclusion.Passed)]
    [InlineData(Unjudged.Overloaded, GateConclusion.Passed)]
    [InlineData(Unjudged.OverloadedInHead, GateConclusion.CannotJudge)]
    public void Conclusion_StateThatIsNotJudged_CountsOnlyWhereTheHeadAloneIsOverloaded(Unjudged reason, GateConclusion expected) =>
        Assert.Equal(expected, (GateSamples.UnderLoad() with
        {
            Rows =
            [
                GateSamples.Row("Owner", Look.Latency, 1),
                new() { State = "Lock", Look = Look.Latency, Verdict = Verdict.Undecided, NotJudged = reason },
            ],
        }).Conclusion);

    private static (GateConclusion, int) Of(GateRecord record) => (record.Conclusion, ExitCode.Of(record.Conclusion));
}
