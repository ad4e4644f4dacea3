namespace KeyedState.Verification;

/// <summary>Finds two clusters of one key of which each precedes the other.</summary>
internal static class ConflictSearch
{
    /// <summary>Searches the clusters of a key, each of which has its write.</summary>
    /// <param name="history">The history.</param>
    /// <param name="order">Its operations in the checker's order.</param>
    /// <param name="clusters">The clusters.</param>
    /// <returns>The conflict with the fewest operations that was met; null when there is none.</returns>
    public static Violation? Find(History history, int[] order, List<Cluster> clusters)
    {
        Cluster[] forward = [.. clusters.Where(cluster => cluster.IsForward)];
        Array.Sort(forward, (one, other) => one.FirstReturn.CompareTo(other.FirstReturn));
        var longest = LongestOfEachPrefix(forward);
        var smallest = new SmallestConflict(history);

        // In the order of their beginnings, a forward zone overlaps an earlier one exactly if it overlaps the one of these that ends last.
        for (var i = 1; i < forward.Length; i++)
        {
            smallest.Consider(forward[longest[i - 1]], forward[i]);
        }

        foreach (var backward in clusters)
        {
            // Of the forward zones that begin before a backward one, the one that ends last contains it if any does.
            if (!backward.IsForward && CountBefore(forward, backward.LastCall) is > 0 and var count)
            {
                smallest.Consider(forward[longest[count - 1]], backward);
            }
        }

        return smallest.Explain(order);
    }

    private static int[] LongestOfEachPrefix(Cluster[] forward)
    {
        var longest = new int[forward.Length];
        for (var i = 1; i < forward.Length; i++)
        {
            longest[i] = forward[i].LastCall > forward[longest[i - 1]].LastCall ? i : longest[i - 1];
        }

        return longest;
    }

    // How many of the forward zones begin before the instant.
    private static int CountBefore(Cluster[] forward, long instant)
    {
        var (low, high) = (0, forward.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = forward[middle].FirstReturn < instant ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
