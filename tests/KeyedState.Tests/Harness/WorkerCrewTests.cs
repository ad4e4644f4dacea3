using KeyedState.Harness;
using KeyedState.Tests.Contract;

namespace KeyedState.Tests.Harness;

/// <summary>Undisturbed, because the workers share the pool's queues with whatever else runs.</summary>
[Collection(nameof(Undisturbed))]
public sealed class WorkerCrewTests
{
    private const int Workers = 200;
    private const int Turns = 1_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Release_WorkersThatGiveWay_TakeTurns(bool fromThePool)
    {
        var (begun, begunWhenOneHadEnded) = (0, 0);
        var crew = new WorkerCrew();
        crew.Park(Workers, WorkAsync);
        var release = new Task(() => Assert.True(crew.Release(TimeSpan.FromMinutes(1))), fromThePool ? TaskCreationOptions.None : TaskCreationOptions.LongRunning);
        release.Start(TaskScheduler.Default);

        await release;

        // Those that a thread had already taken from the queue, but didn't begin yet, are as few as the pool has threads.
        Assert.InRange(begunWhenOneHadEnded, Workers / 2, Workers);

        async Task WorkAsync(int worker, Task gate)
        {
            await gate;
            Interlocked.Increment(ref begun);
            for (var turn = 0; turn < Turns; turn++)
            {
                await Task.Yield();
            }

            Interlocked.CompareExchange(ref begunWhenOneHadEnded, Volatile.Read(ref begun), 0);
        }
    }
}
