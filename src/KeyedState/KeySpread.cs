namespace KeyedState;

/// <summary>Spreads keys over a power of two of places.</summary>
internal static class KeySpread
{
    // 2^32 divided by the golden ratio, and odd.
    private const uint Multiplier = 2_654_435_769;

    /// <summary>
    /// The place of <paramref name="key"/>, from 0 to 2^<paramref name="bits"/> − 1. Keys at a regular distance
    /// do not meet in one place, as they would if the remainder were taken.
    /// (Multiplicative hashing by the golden ratio; see D. Knuth, "The Art of Computer Programming", vol. 3, section 6.4.)
    /// </summary>
    /// <param name="key">Any integer.</param>
    /// <param name="bits">1 to 31.</param>
    public static int PlaceOf(int key, int bits) => (int)(unchecked((uint)key * Multiplier) >> (32 - bits));
}
