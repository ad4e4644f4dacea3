namespace KeyedState.Verification;

/// <summary>The keys that patterns use.</summary>
internal static class PatternKeys
{
    // An odd number, so that no two products are equal, near the golden section of 2^32, so that they spread over all of it.
    private const int Spread = unchecked((int)0x9E37_79B1);

    // What a state might take for equal or fail to compute with comes first: neighbours, extremes, and keys whose low halves are equal.
    private static readonly int[] Special = [0, -1, 1, int.MinValue, 65_536, int.MaxValue, -65_536, 2];

    /// <summary>A key by its number; different numbers have different keys.</summary>
    /// <param name="number">From 0.</param>
    public static int Of(int number) => number < Special.Length ? Special[number] : unchecked(number * Spread);
}
