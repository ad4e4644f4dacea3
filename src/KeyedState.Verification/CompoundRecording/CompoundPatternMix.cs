namespace KeyedState.Verification;

/// <summary>The patterns that a state's capabilities are verified with, one after the other on one instance.</summary>
public static class CompoundPatternMix
{
    private const int ManyKeys = 256;

    // Callers that complete at once end a short burst before others have begun, unless they give way often.
    private const int ShortRun = 2;
    private const int SharesOfOneCapability = 6;

    // Enough for every transfer of a pattern.
    private const int Plenty = 1_000_000;
    private const int MostThatRecur = 20_000;

    /// <summary>The patterns for what a state offers.</summary>
    /// <param name="state">The state.</param>
    /// <param name="operations">
    /// How many plain reads and writes there are. Each capability has about a sixth as many operations; no pattern is left out for small numbers.
    /// </param>
    /// <remarks>
    /// Each reaches states of affairs that the others miss. Few keys make operations meet on one. Keys that give little run out
    /// while many ask. Bursts let an owner fall idle and wake up. Several operations under way meet a request that is used again too early.
    /// Threads that block are preempted in the middle of an operation.
    /// Values that recur catch whoever takes an equal value for an unchanged one.
    /// </remarks>
    public static IReadOnlyList<CompoundPattern> For(IKeyedState state, int operations)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentOutOfRangeException.ThrowIfLessThan(operations, 1);
        var (adds, transfers, snapshots, updates) = (state is IAtomicAdd, state is IAtomicTransfer, state is IAtomicSnapshot, state is IExclusiveUpdate);
        List<CompoundPattern> patterns = [];
        if (adds)
        {
            patterns.Add(Share("adds", workers: 24, keys: 3, percent: 30) with { AddPercent = 60 });
            patterns.Add(Share("adds in bursts", workers: 24, keys: 2, percent: 20) with { AddPercent = 60, BurstLength = 4, RunLength = ShortRun });
            patterns.Add(Share("adds, several under way", workers: 8, keys: ManyKeys, percent: 15) with { AddPercent = 60, UnderWay = 8 });
            patterns.Add(Share("adds of threads that block", workers: 6, keys: 2, percent: 10) with { AddPercent = 60, BlocksThreads = true });
            patterns.Add(Share("adds and writes", workers: 16, keys: 4, percent: 25) with { AddPercent = 40, WritePercent = 20 });
        }

        if (transfers)
        {
            patterns.Add(Share("transfers", workers: 24, keys: 4, percent: 30) with { TransferPercent = 60, Opening = Plenty });
            patterns.Add(Share("keys that run out", workers: 16, keys: ManyKeys, percent: 30) with
            {
                TransferPercent = 80,
                Opening = 40,
                OperationsPerGiver = 4,
                BurstLength = 4,
                RunLength = ShortRun,
            });
            patterns.Add(Share("transfers in bursts", workers: 24, keys: 4, percent: 15) with { TransferPercent = 60, Opening = 2_000, BurstLength = 4, RunLength = ShortRun });
            patterns.Add(Share("transfers of threads that block", workers: 6, keys: 4, percent: 10) with { TransferPercent = 60, Opening = Plenty, BlocksThreads = true });
            patterns.Add(Share("transfers, several under way", workers: 8, keys: 16, percent: 15) with { TransferPercent = 60, Opening = Plenty, UnderWay = 8 });
        }

        if (snapshots && (transfers || adds))
        {
            patterns.Add(Snapshots("snapshots", workers: 24, keys: 4, percent: 35));
            patterns.Add(Snapshots("snapshots in bursts", workers: 24, keys: 4, percent: 20) with { BurstLength = 4, RunLength = ShortRun });
            patterns.Add(Snapshots("snapshots of threads that block", workers: 6, keys: 4, percent: 15) with { BlocksThreads = true });
            patterns.Add(Snapshots("snapshots, several under way", workers: 8, keys: 16, percent: 30) with { UnderWay = 8 });
        }

        if (updates)
        {
            patterns.Add(Share("updates", workers: 12, keys: 2, percent: 50) with { UpdatePercent = 50, AddPercent = adds ? 20 : 0 });
            patterns.Add(Share("updates in bursts", workers: 12, keys: 2, percent: 20) with { UpdatePercent = 70, BurstLength = 3, RunLength = ShortRun });
            patterns.Add(Share("updates and writes", workers: 12, keys: 3, percent: 30) with { UpdatePercent = 50, WritePercent = 20 });
        }

        if (adds || transfers || snapshots || updates)
        {
            patterns.Add(Recurring("values that recur", keys: 3));
            patterns.Add(Recurring("values of two keys that recur", keys: 2));
        }

        return patterns;

        CompoundPattern Share(string name, int workers, int keys, int percent) =>
            new(name, workers, keys, Up((int)((long)operations * percent / 100 / SharesOfOneCapability), workers));

        CompoundPattern Snapshots(string name, int workers, int keys, int percent) => Share(name, workers, keys, percent) with
        {
            SnapshotPercent = 40,
            TransferPercent = transfers ? 50 : 0,
            AddPercent = !adds ? 0 : transfers ? 10 : 60,
            Opening = Plenty,
        };

        CompoundPattern Recurring(string name, int keys) =>
            new(name, Workers: 4, keys, Up(Math.Min(operations / SharesOfOneCapability, MostThatRecur) / 2, 4))
            {
                ValuesRecur = true,
                BurstLength = 4,
                RunLength = ShortRun,
                Opening = 1,
                WritePercent = 10,
                AddPercent = adds ? 15 : 0,
                TransferPercent = transfers ? 40 : 0,
                SnapshotPercent = snapshots ? 10 : 0,
                UpdatePercent = updates ? 15 : 0,
            };

        static int Up(int operations, int workers) => Math.Max(1, (operations + workers - 1) / workers);
    }
}
