using KeyedState.Harness;

namespace KeyedState.Tests.Pacing;

/// <summary>Reads the allocations of the whole process, and so runs while no other test does.</summary>
[CollectionDefinition(nameof(PauseAllocationTests), DisableParallelization = true)]
[Collection(nameof(PauseAllocationTests))]
public sealed class PauseAllocationTests
{
    // The smallest object there is. Single allocations of the runtime's own stay far below it per pause.
    private const double SmallestObjectBytes = 24;

    [Fact]
    public async Task BeginAsync_OnceWarm_AllocatesNothing()
    {
        const int Workers = 110;
        const int WarmRounds = 20;
        const int Rounds = 40;
        using var pacer = new Pacer(TimeSpan.FromMilliseconds(1));
        var record = new PauseRecord();
        long pauses = 0;

        // Reads both counters while all the others go on pausing.
        var ended = false;
        var background = Enumerable.Range(1, Workers - 1).Select(_ => PauseUntilAsync(() => Volatile.Read(ref ended))).ToArray();
        var round = 0;
        await PauseUntilAsync(() => ++round == WarmRounds);
        var (bytesBefore, pausesBefore) = (GC.GetTotalAllocatedBytes(precise: true), Volatile.Read(ref pauses));
        await PauseUntilAsync(() => ++round == WarmRounds + Rounds);
        var (bytes, counted) = (GC.GetTotalAllocatedBytes(precise: true) - bytesBefore, Volatile.Read(ref pauses) - pausesBefore);
        Volatile.Write(ref ended, true);
        await Task.WhenAll(background);

        Assert.InRange((double)bytes / counted, 0, SmallestObjectBytes / 2);

        async Task PauseUntilAsync(Func<bool> isOver)
        {
            var pause = new Pause(pacer, record);
            do
            {
                await pause.BeginAsync();
                Interlocked.Increment(ref pauses);
            }
            while (!isOver());
        }
    }
}
