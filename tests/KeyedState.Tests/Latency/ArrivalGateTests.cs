using KeyedState.Harness;

namespace KeyedState.Tests.Latency;

public sealed class ArrivalGateTests
{
    private const int Workers = 3;

    private readonly ArrivalSchedule schedule = ArrivalSchedule.Even(1_000, TimeSpan.FromMilliseconds(9), Workers, seed: 1);

    [Fact]
    public async Task ReleaseDue_WorkerThatWaits_GoesOnWhenItIsDueAndNotBefore()
    {
        var gate = new ArrivalGate(schedule, start: 500, Workers);
        var worker = schedule.Workers[0];
        Assert.Equal(500, gate.ReleaseDue(499));
        var wait = gate.UntilDueAsync(worker, 0).AsTask();
        Assert.False(wait.IsCompleted);

        Assert.Equal(1_000_500, gate.ReleaseDue(500));

        Assert.True(await wait);
        Assert.True(gate.UntilDueAsync(worker, 0).AsTask().IsCompletedSuccessfully);
        Assert.False(gate.UntilDueAsync(worker, 1).AsTask().IsCompleted);
    }

    [Fact]
    public async Task ReleaseDue_LateWorker_DoesNotWaitAgainForWhatIsPast()
    {
        var gate = new ArrivalGate(schedule, start: 0, Workers);
        var worker = schedule.Workers[0];
        Assert.Null(gate.ReleaseDue(long.MaxValue / 2));

        Assert.True(await gate.UntilDueAsync(worker, 0));
        Assert.True(await gate.UntilDueAsync(worker, 2));
    }

    [Fact]
    public async Task Close_WorkersThatWaitOrCome_AreToldSo()
    {
        var gate = new ArrivalGate(schedule, start: 0, Workers);
        var wait = gate.UntilDueAsync(0, 0).AsTask();

        gate.Close();

        Assert.False(await wait);
        Assert.False(await gate.UntilDueAsync(1, 0));
        Assert.Null(gate.ReleaseDue(long.MaxValue / 2));
    }

    [Fact]
    public async Task ReleaseDue_WorkersThatComeAtTheSameTime_AllGetThrough()
    {
        const int Many = 20_000;
        var all = ArrivalSchedule.Even(1e9, TimeSpan.FromSeconds(Many * Workers / 1e9), Workers, seed: 1);
        var gate = new ArrivalGate(all, start: 0, Workers);
        var workers = Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            for (var arrival = 0; arrival < all.Of(worker).Length; arrival++)
            {
                Assert.True(await gate.UntilDueAsync(worker, arrival));
            }
        })).ToArray();
        for (var now = 0L; gate.ReleaseDue(now) is { } next; now = next)
        {
            Thread.SpinWait(20);
        }

        await Task.WhenAll(workers).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }
}
