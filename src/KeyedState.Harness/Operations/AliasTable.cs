using System.Collections.Concurrent;

namespace KeyedState.Harness;

/// <summary>
/// A table from which keys of any distribution are drawn in constant time (A. J. Walker, An Efficient Method for Generating Discrete Random
/// Variables with General Distributions, ACM TOMS 3(3), 1977, doi:10.1145/355744.355749). All workers share one; with 1,000 keys it takes 8 kB,
/// so that it stays in the first-level cache.
/// </summary>
internal static class AliasTable
{
    /// <summary>The most keys. A table of more would push the state's own out of the caches.</summary>
    public const int MostKeys = 1 << 14;

    private const double ZipfExponent = 0.99;
    private const double HotShare = 0.9;

    // A share of all keys that is near the golden section, so that ranks which follow each other lie far apart.
    private const double Scatter = 0.618;

    private static readonly ConcurrentDictionary<KeySpace, AliasColumn[]> Tables = new();

    /// <summary>The table of a key space; made once.</summary>
    public static AliasColumn[] Of(KeySpace keys) => Tables.GetOrAdd(keys, static keys => Of(Weights(keys)));

    /// <summary>The probability of each key; they add up to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are too many keys.</exception>
    public static double[] Weights(KeySpace keys)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keys.Count, MostKeys);
        var weights = new double[keys.Count];
        var step = StepOf(keys.Count);
        for (var rank = 0; rank < keys.Count; rank++)
        {
            weights[(int)((long)rank * step % keys.Count)] = keys.Distribution switch
            {
                KeyDistribution.Zipf => Math.Pow(rank + 1, -ZipfExponent),
                KeyDistribution.HotKey when keys.Count > 1 => rank == 0 ? HotShare : (1 - HotShare) / (keys.Count - 1),
                _ => 1,
            };
        }

        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }

    /// <summary>
    /// Fills the columns of keys that are too rare for a whole one from those that are too frequent, one by one (M. D. Vose, A Linear Algorithm
    /// for Generating Random Numbers with a Given Distribution, IEEE TSE 17(9), 1991, doi:10.1109/32.92917).
    /// </summary>
    private static AliasColumn[] Of(double[] weights)
    {
        var left = weights.Select(weight => weight * weights.Length).ToArray();
        var columns = Enumerable.Range(0, weights.Length).Select(key => new AliasColumn(uint.MaxValue, key)).ToArray();
        var rare = new Stack<int>(Enumerable.Range(0, left.Length).Where(key => left[key] < 1));
        var frequent = new Stack<int>(Enumerable.Range(0, left.Length).Where(key => left[key] >= 1));
        while (rare.Count > 0 && frequent.Count > 0)
        {
            var (own, other) = (rare.Pop(), frequent.Pop());
            columns[own] = new AliasColumn((uint)Math.Max(0, (left[own] * (1L << 32)) - 1), other);
            left[other] -= 1 - left[own];
            (left[other] < 1 ? rare : frequent).Push(other);
        }

        // What is left over is whole but for rounding.
        return columns;
    }

    private static int StepOf(int count)
    {
        var step = Math.Max(1, (int)(count * Scatter));
        while (GreatestCommonDivisor(step, count) != 1)
        {
            step++;
        }

        return step;
    }

    private static int GreatestCommonDivisor(int one, int other) => other == 0 ? one : GreatestCommonDivisor(other, one % other);
}
