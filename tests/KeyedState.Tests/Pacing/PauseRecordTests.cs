using KeyedState.Harness;

namespace KeyedState.Tests.Pacing;

public sealed class PauseRecordTests
{
    private readonly PauseRecord record = new();

    [Fact]
    public void Figures_NothingAdded_AreAbsent() => Assert.Equal((null, null), (record.Shortest, record.Median));

    [Theory]
    [InlineData(new[] { 1000.0 }, 1000.0, 1000)]
    [InlineData(new[] { 1000.9 }, 1000.9, 1000)]
    [InlineData(new[] { 1200.0, 1000.5, 1100.0 }, 1000.5, 1100)]
    [InlineData(new[] { 1200.0, 1000.0 }, 1000.0, 1000)]
    [InlineData(new[] { 0.0, 5.0, 5.0 }, 0.0, 5)]
    [InlineData(new[] { 250_000.0 }, 250_000.0, 99_999)]
    public void Figures_SomeAdded_AreTheirShortestAndMedian(double[] microseconds, double shortest, int median)
    {
        foreach (var length in microseconds)
        {
            record.Add(TimeSpan.FromMicroseconds(length));
        }

        Assert.Equal(TimeSpan.FromMicroseconds(shortest), record.Shortest);
        Assert.Equal(TimeSpan.FromMicroseconds(median), record.Median);
    }

    [Fact]
    public void Clear_SomeAdded_ForgetsThem()
    {
        record.Add(TimeSpan.FromMicroseconds(1000));

        record.Clear();

        Assert.Equal((null, null), (record.Shortest, record.Median));
        record.Add(TimeSpan.FromMicroseconds(2000));
        Assert.Equal((TimeSpan.FromMicroseconds(2000), TimeSpan.FromMicroseconds(2000)), (record.Shortest, record.Median));
    }

    [Fact]
    public void Add_FromManyThreads_LosesNone()
    {
        Parallel.For(0, 10_001, i => record.Add(TimeSpan.FromMicroseconds(1000 + i)));

        Assert.Equal(TimeSpan.FromMicroseconds(1000), record.Shortest);
        Assert.Equal(TimeSpan.FromMicroseconds(6000), record.Median);
    }
}
