using KeyedState.Harness;

namespace KeyedState.Tests.Harness;

public sealed class SkewedDrawsTests
{
    private const int Draws = 2_000_000;

    [Theory]
    [InlineData(KeyDistribution.Zipf, 1_000)]
    [InlineData(KeyDistribution.HotKey, 1_000)]
    [InlineData(KeyDistribution.Zipf, 7)]
    [InlineData(KeyDistribution.UniformByTable, 1_000)]
    public void NextKey_ManyDraws_AreAsOftenAsTheDistributionSays(KeyDistribution distribution, int keys)
    {
        var space = new KeySpace(keys, Distribution: distribution);
        var counts = new int[keys];
        for (var worker = 0; worker < 10; worker++)
        {
            var draws = SkewedDraws.Of(Scenario.GoByExample with { Keys = space }, worker);
            for (var i = 0; i < Draws / 10; i++)
            {
                counts[draws.NextKey()]++;
            }
        }

        // Chi square with one degree of freedom less than keys: four standard deviations around its mean, and the seed is fixed.
        var chiSquare = AliasTable.Weights(space).Zip(counts).Sum(pair => Math.Pow(pair.Second - (Draws * pair.First), 2) / (Draws * pair.First));
        var degrees = keys - 1;
        Assert.InRange(chiSquare, degrees - (4 * Math.Sqrt(2.0 * degrees)), degrees + (4 * Math.Sqrt(2.0 * degrees)));
    }

    [Fact]
    public void NextKey_DrawsOfAnotherDistribution_WouldBeNoticed()
    {
        var uniform = new KeySpace(1_000);
        var weights = AliasTable.Weights(uniform with { Distribution = KeyDistribution.Zipf });
        var draws = SkewedDraws.Of(Scenario.GoByExample with { Keys = uniform }, 0);
        var counts = new int[1_000];
        for (var i = 0; i < 100_000; i++)
        {
            counts[draws.NextKey()]++;
        }

        Assert.True(weights.Zip(counts).Sum(pair => Math.Pow(pair.Second - (100_000 * pair.First), 2) / (100_000 * pair.First)) > 10_000);
    }

    [Fact]
    public void Weights_Zipf_FollowTheirRanks()
    {
        var weights = AliasTable.Weights(new KeySpace(1_000, Distribution: KeyDistribution.Zipf));
        double[] sorted = [.. weights.OrderDescending()];

        Assert.Equal(1, weights.Sum(), 9);
        Assert.Equal(Math.Pow(2, 0.99), sorted[0] / sorted[1], 9);
        Assert.Equal(Math.Pow(1_000, 0.99), sorted[0] / sorted[^1], 6);

        // The second most popular key is no neighbour of the first.
        Assert.True(Math.Abs(Array.IndexOf(weights, sorted[0]) - Array.IndexOf(weights, sorted[1])) > 100);
    }

    [Fact]
    public void Weights_HotKey_GetsNineOfTen() => Assert.Equal(0.9, AliasTable.Weights(new KeySpace(1_000, Distribution: KeyDistribution.HotKey)).Max(), 9);

    [Theory]
    [InlineData(KeyDistribution.Zipf)]
    [InlineData(KeyDistribution.HotKey)]
    public void NextKey_OneKey_IsThatKey(KeyDistribution distribution)
    {
        var draws = SkewedDraws.Of(Scenario.GoByExample with { Keys = new KeySpace(1, Distribution: distribution) }, worker: 0);

        Assert.All(Enumerable.Range(0, 100).Select(_ => draws.NextKey()), key => Assert.Equal(0, key));
    }

    [Fact]
    public void Weights_MoreKeysThanATableHolds_AreRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AliasTable.Weights(new KeySpace(1_000_000, Distribution: KeyDistribution.Zipf)));

    [Fact]
    public void Choice_KeysAndValues_AreIndependentOfIt()
    {
        // Of many keys too: their draws use many bits.
        var counts = new int[2, 8, 5];
        var draws = new Draws(Scenario.GoByExample with { Keys = new KeySpace(1 << 20), Values = 5 }, worker: 0);
        for (var i = 0; i < 800_000; i++)
        {
            var key = draws.NextKey();
            counts[draws.Choice() < 1U << 31 ? 1 : 0, key % 8, draws.Value()]++;
        }

        // Chi square of 80 cells with 10,000 each: above 125 by chance in a thousandth of all seeds, and this one is fixed.
        Assert.InRange(counts.Cast<int>().Sum(count => Math.Pow(count - 10_000, 2) / 10_000), 40, 125);
    }
}
