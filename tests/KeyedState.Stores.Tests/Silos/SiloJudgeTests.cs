using System.Diagnostics;
using KeyedState.Harness;
using KeyedState.Stores.Benchmarks.Silos;
using KeyedState.Verification;

namespace KeyedState.Stores.Tests.Silos;

/// <summary>Histories made by hand, of keys with one writer each; worker 0 asks by way of the silo that is left alone, worker 1 by way of the other.</summary>
public sealed class SiloJudgeTests
{
    [Fact]
    public void Judge_ReadsOfTheLastAcknowledgedWrite_FindsNothing()
    {
        var verdict = Judge(Write(1, 10, 20), Read(0, 1, 30, 40), Write(2, 50, 60), Read(1, 2, 70, 80), Read(0, 2, 90, 100));

        Assert.Equal(new SiloVerdict(1, 2, 0, 0, 0, TimeSpan.Zero, 0, null), verdict);
    }

    [Fact]
    public void Judge_AcknowledgedWritesThatAreGone_CountsThem()
    {
        var verdict = Judge(Write(1, 10, 20), Write(2, 30, 40), Write(3, 50, 60), Read(0, 0, 70, 80));

        Assert.Equal((3, 3, 1, 1), (verdict.Acknowledged, verdict.Lost, verdict.KeysLost, verdict.KeysNotLinearizable));
        Assert.NotNull(verdict.Example);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Judge_WriteWithoutAnAnswer_MayBeThereOrNot(int found)
    {
        var verdict = Judge(Write(1, 10, 20), Write(2, 30, Operation.Never), Read(0, found, 70, 80));

        Assert.Equal((1, 0, 0), (verdict.Acknowledged, verdict.Lost, verdict.KeysNotLinearizable));
    }

    [Fact]
    public void Judge_WriteWithoutAnAnswerThatWasSeen_MustStay()
    {
        var verdict = Judge(Write(1, 10, 20), Write(2, 30, Operation.Never), Read(0, 2, 70, 80), Read(0, 1, 90, 100));

        Assert.Equal((0, 1), (verdict.Lost, verdict.KeysNotLinearizable));
    }

    [Fact]
    public void Judge_LaterWritesHideWhatWasForgotten_CountsWhatAReadBetweenThemMissed()
    {
        var verdict = Judge(Write(1, 10, 20), Write(2, 30, 40), Read(0, 0, 50, 60), Write(3, 70, 80), Read(0, 3, 90, 100));

        Assert.Equal((2, 1), (verdict.Lost, verdict.KeysLost));
    }

    [Fact]
    public void Judge_StoppedSiloAnswersWithWhatWasReplaced_SaysHowOftenAndForHowLong()
    {
        var second = Stopwatch.Frequency;
        var verdict = Judge(
            Write(1, 10, 20), Write(2, second, second), Write(3, 2 * second, 2 * second), Read(1, 1, 4 * second, 5 * second), Read(1, 1, 5 * second, 6 * second), Read(0, 3, 7 * second, 8 * second));

        Assert.Equal((0, 2, 1), (verdict.Lost, verdict.StaleAnswers, verdict.KeysNotLinearizable));
        Assert.Equal(TimeSpan.FromSeconds(4), verdict.LongestStale);
    }

    [Fact]
    public void Judge_ReadCalledBeforeTheWriteWasAcknowledged_IsNotStale()
    {
        var verdict = Judge(Write(1, 10, 20), Read(1, 1, 30, 90), Write(2, 40, 50));

        Assert.Equal((0, 0), (verdict.StaleAnswers, verdict.KeysNotLinearizable));
    }

    [Fact]
    public void Judge_SeveralKeys_AddsThemUp()
    {
        var verdict = Judge(Write(1, 10, 20), Read(0, 0, 30, 40), Write(1, 10, 20) with { Key = 5 }, Read(0, 1, 30, 40) with { Key = 5 });

        Assert.Equal((2, 2, 1, 1, 1), (verdict.Keys, verdict.Acknowledged, verdict.Lost, verdict.KeysLost, verdict.KeysNotLinearizable));
    }

    private static SiloVerdict Judge(params Operation[] operations) => SiloJudge.Judge(operations, worker => worker == 1);

    private static Operation Write(int value, long called, long returned) => new(OperationKind.Write, 0, Key: 0, value, called, returned);

    private static Operation Read(int worker, int value, long called, long returned) => new(OperationKind.Read, worker, Key: 0, value, called, returned);
}
