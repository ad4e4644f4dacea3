namespace KeyedState.Tests;

public sealed class KeySpreadTests
{
    private const int Bits = 4;
    private const int Places = 1 << Bits;
    private const int Keys = 16_000;

    /// <summary>Distances that are powers of two are those that the remainder would send to one place.</summary>
    public static TheoryData<int> Distances => [.. Enumerable.Range(1, 64), 1 << 10, 1 << 16];

    [Theory]
    [MemberData(nameof(Distances))]
    public void PlaceOf_KeysAtARegularDistance_UsesEveryPlace(int distance)
    {
        var keys = Enumerable.Range(-Keys / 2, Keys).Select(key => unchecked(key * distance));

        var counts = keys.CountBy(key => KeySpread.PlaceOf(key, Bits)).ToDictionary();

        Assert.Equal(Enumerable.Range(0, Places), counts.Keys.Order());
        Assert.InRange(counts.Values.Max(), Keys / Places, 2 * Keys / Places);
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public void PlaceOf_ExtremeKeys_IsInRange(int key)
    {
        foreach (var bits in Enumerable.Range(1, 31))
        {
            Assert.InRange(KeySpread.PlaceOf(key, bits), 0, int.MaxValue >> (31 - bits));
        }
    }
}
