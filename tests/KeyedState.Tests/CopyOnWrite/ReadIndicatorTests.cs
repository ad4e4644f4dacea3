namespace KeyedState.Tests.CopyOnWrite;

public sealed class ReadIndicatorTests
{
    private readonly ReadIndicator indicator = new();

    [Fact]
    public void AwaitEmpty_EveryReadHasDeparted_Returns()
    {
        var first = indicator.Arrive();
        var second = indicator.Arrive();
        indicator.Depart(first);
        indicator.Depart(second);

        indicator.AwaitEmpty();
    }

    [Fact]
    public async Task AwaitEmpty_OneOfTwoReadsHasDeparted_WaitsForTheOther()
    {
        var departed = 0;
        var first = indicator.Arrive();
        var second = indicator.Arrive();
        indicator.Depart(first);
        using var waiting = new ManualResetEventSlim();
        var writer = Task.Run(Wait, TestContext.Current.CancellationToken);
        waiting.Wait(TestContext.Current.CancellationToken);

        Volatile.Write(ref departed, 1);
        indicator.Depart(second);

        Assert.Equal(1, await writer);

        int Wait()
        {
            waiting.Set();
            indicator.AwaitEmpty();
            return Volatile.Read(ref departed);
        }
    }
}
