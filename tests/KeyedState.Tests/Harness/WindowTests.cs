using KeyedState.Harness;

namespace KeyedState.Tests.Harness;

public sealed class WindowTests
{
    private static readonly int Processors = Environment.ProcessorCount;

    [Theory]
    [InlineData(150, 10, 110, 136_364)]
    [InlineData(150, 1e9, 110, 1)]
    [InlineData(150, 1e-9, 110, 19_522_578)]
    public void Fill_Operations_TakeTheWindow(double milliseconds, double nanoseconds, int workers, int operations) =>
        Assert.Equal(operations, Window.AllCores.Fill(TimeSpan.FromMilliseconds(milliseconds), nanoseconds, workers).OperationsPerWorker);

    [Fact]
    public void RunLength_TakesItsMicrosecondsOnOneThread() =>
        Assert.Equal(20_000 / (10 * Processors), Window.AllCores.RunLength(1_000_000, nanosecondsPerOperation: 10, workers: 110));

    [Fact]
    public void RunLength_OneWorker_SharesNoCore() =>
        Assert.Equal(2000, Window.AllCores.RunLength(1_000_000, nanosecondsPerOperation: 10, workers: 1));

    [Theory]
    [InlineData(800, 100)]
    [InlineData(4, 1)]
    public void RunLength_FewOperations_LeavesSeveralRuns(int operations, int length) =>
        Assert.Equal(length, Window.AllCores.RunLength(operations, nanosecondsPerOperation: 0.01, workers: 110));

    [Fact]
    public void RunLength_Zero_IsOneOperation() =>
        Assert.Equal(1, (Window.AllCores with { Run = TimeSpan.Zero }).RunLength(1000, nanosecondsPerOperation: 10, workers: 110));
}
