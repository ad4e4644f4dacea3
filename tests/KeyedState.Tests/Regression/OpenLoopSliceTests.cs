using KeyedState.Regression;

namespace KeyedState.Tests.Regression;

public sealed class OpenLoopSliceTests
{
    /// <summary>Below the resolution a time counts as the resolution.</summary>
    [Theory]
    [InlineData(100, 250, true)]
    [InlineData(249, 250, true)]
    [InlineData(250, 250, false)]
    [InlineData(4_000, 4_000, false)]
    public void Of_Window_IsItsTail(long nanoseconds, double expected, bool belowResolution) =>
        Assert.Equal(new Slice(expected, 0, 2_000, BelowResolution: belowResolution), OpenLoopSlice.Of(LoadedBuild.Borne(nanoseconds), resolution: 250));

    [Fact]
    public void Of_WindowThatWasNotBorne_HasNoTime() =>
        Assert.Equal(new Slice(0, 0, 2_000, Overloaded: true), OpenLoopSlice.Of(LoadedBuild.NotBorne, resolution: 250));

    /// <summary>Of 999 times nine lie beyond the 99th percentile, of a thousand ten.</summary>
    [Theory]
    [InlineData(999, false)]
    [InlineData(1_000, true)]
    public void Of_FewOperations_HaveATailOnlyWithTenBeyondIt(int due, bool has) =>
        Assert.Equal(has, OpenLoopSlice.Of(LoadedBuild.Borne(4_000, due), resolution: 250) is not null);

    [Theory]
    [InlineData(true, 3.0, 2.0 * 11)]
    [InlineData(false, 3.0, 2.0)]
    [InlineData(false, 1.0, 0)]
    public void DelayOf_Look_IsOfAnOperationOrOfTheTail(bool fixedWork, double ratio, double costs)
    {
        var setup = new LookSetup(
            fixedWork ? LookRules.OneCore : LookRules.Latency, new Dictionary<string, string>(), () => null, Bound: fixedWork, null, fixedWork ? null : LoadedBuild.Load);

        Assert.Equal((int)(1000 * costs / 0.5), DelayTurns.Of(1000, ratio, setup, new HelloReply { ProcessorCount = 2, OperationsPerWrite = 11, NanosecondsPerTurn = 0.5 }));
    }
}
