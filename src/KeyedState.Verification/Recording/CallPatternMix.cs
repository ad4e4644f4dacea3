namespace KeyedState.Verification;

/// <summary>The patterns that a state is verified with, one after the other on one instance.</summary>
public static class CallPatternMix
{
    private const int ManyKeys = 512;
    private const int MostInAStarvedPool = 10_000;
    private const int MostOnBlockedThreads = 100_000;

    /// <summary>The patterns for about as many operations; none is left out for small numbers.</summary>
    /// <param name="operations">How many operations there are to be in all; the patterns have at least as many.</param>
    /// <remarks>
    /// Each reaches states of affairs that the others miss. Few keys make operations meet on one; many make the map grow.
    /// Long runs keep an owner busy, short bursts and lone pairs let it fall idle and wake up again and again. Callers that
    /// take their answers late meet a request that is used again too early. Threads that
    /// block are preempted in the middle of an operation.
    /// </remarks>
    public static IReadOnlyList<CallPattern> For(int operations)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(operations, 1);
        CallPattern[] special =
        [
            Share("one key", workers: 16, keys: 1, writes: 50, percent: 10),
            Share("many keys", workers: 110, keys: ManyKeys, writes: 50, percent: 12),
            Share("bursts", workers: 110, keys: 3, writes: 50, percent: 10) with { BurstLength = 8 },
            Share("sparks", workers: 8, keys: 2, writes: 50, percent: 1) with { BurstLength = 1 },
            Share("several under way", workers: 24, keys: 5, writes: 30, percent: 12) with { UnderWay = 8 },
            Share("many under way", workers: 4, keys: ManyKeys, writes: 50, percent: 6) with { UnderWay = 100 },
            Share("callers come and go", workers: 32, keys: 8, writes: 30, percent: 8) with { Lifetime = 16 },
            Share("a pair", workers: 2, keys: 1, writes: 50, percent: 8),
            Share("threads that block", workers: 6, keys: 2, writes: 30, percent: 12, most: MostOnBlockedThreads) with { BlocksThreads = true },
            Share("a starved pool", workers: 110, keys: 5, writes: 30, percent: 3, most: MostInAStarvedPool) with { StarvesThePool = true },
        ];
        var final = new CallPattern("what is left at the end", Workers: 1, ManyKeys, WritePercent: 0, OperationsPerWorker: ManyKeys) { TakesKeysInTurn = true };
        var rest = operations - special.Sum(pattern => pattern.Operations) - final.Operations;
        return [Few(rest), .. special, final];

        CallPattern Share(string name, int workers, int keys, int writes, int percent, int most = int.MaxValue) =>
            new(name, workers, keys, writes, OperationsPerWorker: Up((int)Math.Min((long)operations * percent / 100, most), workers));

        static CallPattern Few(int operations) => new("few keys", Workers: 110, Keys: 5, WritePercent: 10, OperationsPerWorker: Up(operations, 110));

        static int Up(int operations, int workers) => Math.Max(1, (operations + workers - 1) / workers);
    }
}
