using System.Diagnostics;
using KeyedState.Harness;

namespace KeyedState.Tests.Pacing;

public sealed class PacerTests
{
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(1);

    private readonly PauseRecord record = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BeginAsync_ManyWorkers_NobodyGoesOnEarly(bool portable)
    {
        using var pacer = portable ? new Pacer(Length, () => new YieldingSleep()) : new Pacer(Length);

        var shortest = await Task.WhenAll(Enumerable.Range(0, 110).Select(async _ =>
        {
            var pause = new Pause(pacer, record);
            var shortest = TimeSpan.MaxValue;
            for (var i = 0; i < 10; i++)
            {
                var completed = Stopwatch.GetTimestamp();
                Assert.True(await pause.BeginAsync());
                var took = Stopwatch.GetElapsedTime(completed);
                shortest = took < shortest ? took : shortest;
            }

            return shortest;
        }));

        Assert.All(shortest, took => Assert.InRange(took, Length, TimeSpan.MaxValue));
        Assert.InRange(record.Shortest!.Value, Length, shortest.Min());
    }

    [Fact]
    public async Task BeginAsync_AWorkerBlocksAfterItsPause_TheOthersGoOn()
    {
        using var release = new ManualResetEventSlim();
        using var pacer = new Pacer(Length);
        var blocker = Task.Run(
            async () =>
            {
                await new Pause(pacer, record).BeginAsync();
                release.Wait(TestContext.Current.CancellationToken);
            },
            TestContext.Current.CancellationToken);
        var other = new Pause(pacer, record);

        for (var i = 0; i < 20; i++)
        {
            Assert.True(await other.BeginAsync());
        }

        release.Set();
        await blocker;
    }

    [Fact]
    public async Task Dispose_PausesOutstanding_EndsThemAll()
    {
        var pacer = new Pacer(Length);
        var workers = Enumerable.Range(0, 110).Select(async _ =>
        {
            for (var pause = new Pause(pacer, record); await pause.BeginAsync();)
            {
            }
        }).ToArray();

        pacer.Dispose();

        await Task.WhenAll(workers);
    }

    [Fact]
    public async Task Dispose_PauseNotYetDue_EndsEarlyAndSaysSo()
    {
        using var asleep = new ManualResetEventSlim();
        using var wake = new ManualResetEventSlim();
        var pacer = new Pacer(TimeSpan.FromDays(1), () => new SleepOnRequest(asleep, wake));
        asleep.Wait(TestContext.Current.CancellationToken);
        var outstanding = new Pause(pacer, record).BeginAsync();
        Assert.False(outstanding.IsCompleted);

        wake.Set();
        pacer.Dispose();

        Assert.False(await outstanding);
        Assert.Null(record.Shortest);
    }

    [Fact]
    public async Task BeginAsync_AfterDispose_SaysSoAtOnce()
    {
        var pacer = new Pacer(Length);
        pacer.Dispose();

        var pause = new Pause(pacer, record).BeginAsync();

        Assert.True(pause.IsCompletedSuccessfully);
        Assert.False(await pause);
    }

    [Fact]
    public void Dispose_Twice_IsFine()
    {
        var pacer = new Pacer(Length);
        pacer.Dispose();
        pacer.Dispose();
    }

    [Fact]
    public void Dispose_TheThread_HasEnded()
    {
        Thread? thread = null;
        using var started = new ManualResetEventSlim();
        var pacer = new Pacer(Length, () =>
        {
            thread = Thread.CurrentThread;
            started.Set();
            return DeadlineSleep.OfThisThread();
        });
        started.Wait(TestContext.Current.CancellationToken);

        pacer.Dispose();

        Assert.False(thread!.IsAlive);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Pacer_NoLength_IsRefused(int milliseconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Pacer(TimeSpan.FromMilliseconds(milliseconds)));

    /// <summary>Sleeps until told, whatever the time.</summary>
    private sealed class SleepOnRequest(ManualResetEventSlim asleep, ManualResetEventSlim wake) : DeadlineSleep
    {
        public override void Until(long timestamp)
        {
            asleep.Set();
            wake.Wait();
        }
    }
}
