namespace KeyedState.Verification;

/// <summary>Collects the clusters of one key and finds reads that no write explains.</summary>
internal static class ClusterReader
{
    /// <summary>Reads the clusters of a key.</summary>
    /// <param name="history">The history.</param>
    /// <param name="order">Its operations in the checker's order.</param>
    /// <param name="registers">The key and value of each.</param>
    /// <param name="begin">Where the key's operations begin.</param>
    /// <param name="end">Where they end, exclusively.</param>
    /// <param name="clusters">Is filled with the clusters; whatever was in it is gone.</param>
    /// <returns>The first read without a write, or that returned before its write was called; null when there is none.</returns>
    /// <exception cref="ArgumentException">Two writes wrote the same value.</exception>
    public static Violation? Read(History history, int[] order, long[] registers, int begin, int end, List<Cluster> clusters)
    {
        clusters.Clear();
        Violation? first = null;
        for (int from = begin, to; from < end; from = to)
        {
            to = RegisterChecker.EndOfRun(registers, from, shift: 0);
            var cluster = Summarise(history, order, from, to);
            clusters.Add(cluster);
            if (cluster.Value != 0 && (cluster.Write == Cluster.NoWrite || cluster.FirstReturn < history[cluster.Write].Called))
            {
                first ??= UnexplainedRead.Explain(history, cluster);
            }
        }

        return first;
    }

    private static Cluster Summarise(History history, int[] order, int from, int to)
    {
        var value = history[order[from]].Value;
        var (write, firstToReturn, lastToBeCalled) = (Cluster.NoWrite, order[from], order[from]);
        foreach (var i in order.AsSpan(from, to - from))
        {
            ref readonly var operation = ref history[i];
            if (operation.IsWrite)
            {
                write = write == Cluster.NoWrite ? i : throw new ArgumentException($"Key {operation.Key} was written {value} twice.", nameof(history));
            }

            firstToReturn = operation.Returned < history[firstToReturn].Returned ? i : firstToReturn;
            lastToBeCalled = operation.Called > history[lastToBeCalled].Called ? i : lastToBeCalled;
        }

        // The start value counts as written before everything.
        return value == 0
            ? new Cluster(value, from, to, Cluster.NoWrite, Cluster.NoWrite, lastToBeCalled, long.MinValue, history[lastToBeCalled].Called)
            : new Cluster(value, from, to, write, firstToReturn, lastToBeCalled, history[firstToReturn].Returned, history[lastToBeCalled].Called);
    }
}
