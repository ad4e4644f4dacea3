using KeyedState.Results;

namespace KeyedState.Tests.Results.History;

public sealed class ChangePointDetectorTests
{
    private const int Series = 80;

    [Theory]
    [InlineData(30, 12)]
    [InlineData(60, 6)]
    public void Detect_UnchangedSeries_AlmostNoneHasAChangePoint(int runs, int launches)
    {
        var found = ParallelEnumerable.Range(0, Series).Count(seed => ChangePointDetector.Detect(SyntheticRuns.Series(seed, runs, launches)).Count > 0);

        Assert.InRange(found, 0, 1);
    }

    [Theory]
    [InlineData(40, 20, 1.05)]
    [InlineData(40, 30, 0.95)]
    [InlineData(80, 50, 1.05)]
    public void Detect_StepOfAFewPercent_IsFoundAtItsRunWithItsSize(int runs, int place, double factor)
    {
        var found = ParallelEnumerable.Range(0, Series)
            .Select(seed => ChangePointDetector.Detect(SyntheticRuns.Series(seed, runs, 12, (place, factor))))
            .ToArray();

        Assert.InRange(found.Count(changes => changes.Count == 1), 0.97 * Series, Series);
        var alone = found.Where(changes => changes.Count == 1).Select(changes => changes[0]).ToArray();
        Assert.InRange(alone.Count(change => change.FirstAfter == place), 0.95 * alone.Length, alone.Length);
        Assert.InRange(alone.Count(change => change.Ratio.Includes(factor)), 0.9 * alone.Length, alone.Length);
        Assert.All(alone, change => Assert.Equal(factor > 1, change.IsSlower));
    }

    [Fact]
    public void Detect_TwoSteps_FindsBoth()
    {
        var found = ParallelEnumerable.Range(0, Series)
            .Count(seed => ChangePointDetector.Detect(SyntheticRuns.Series(seed, 80, 12, (30, 1.05), (60, 0.93))).Select(change => change.FirstAfter).SequenceEqual([30, 60]));

        Assert.InRange(found, 0.9 * Series, Series);
    }

    [Theory]
    [InlineData(30, 2, 0.8)]
    [InlineData(30, 3, 0.95)]
    public void Detect_StepThatIsTwoOrThreeRunsOld_IsMostlyFound(int before, int after, double share)
    {
        var found = ParallelEnumerable.Range(0, Series)
            .Select(seed => ChangePointDetector.Detect(SyntheticRuns.Series(seed, before + after, 12, (before, 1.08))))
            .Count(changes => changes.Any(change => change.FirstAfter == before && change.Repeats == after));

        Assert.InRange(found, share * Series, Series);
    }

    [Fact]
    public void Detect_OneBadNight_IsNoChange()
    {
        var series = SyntheticRuns.Series(3, 40, 12);
        series[^1] = series[^1] with { Time = series[^1].Time with { Center = 150 }, Launches = [.. series[^1].Launches.Select(time => 1.5 * time)] };

        Assert.Empty(ChangePointDetector.Detect(series));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void Detect_FewRuns_FindsNothingToBeSureOf(int runs) =>
        Assert.Empty(ChangePointDetector.Detect(SyntheticRuns.Series(1, runs, 12, (runs / 2, 2))));

    [Fact]
    public void Detect_Twice_GivesTheSame()
    {
        var series = SyntheticRuns.Series(5, 60, 12, (25, 1.05));

        Assert.Equal(ChangePointDetector.Detect(series), ChangePointDetector.Detect(series));
    }

    [Fact]
    public void PValue_OfUnchangedRuns_IsSmallNoMoreOftenThanItSays()
    {
        var small = ParallelEnumerable.Range(0, 100).Count(seed =>
        {
            double[] levels = [.. SyntheticRuns.Series(seed, 24, 6).Select(point => Math.Log(point.Time.Center))];
            var clearest = Enumerable.Range(2, 21).MaxBy(place => Math.Pow(levels.Take(place).Average() - levels.Skip(place).Average(), 2) * place * (24 - place));
            return StepTest.PValue(levels, clearest) <= 0.05;
        });

        // Three standard errors above 5 % of 100.
        Assert.InRange(small, 0, 11);
    }

    [Fact]
    public void PValue_TwoSidesWhollyApart_IsTheShareOfSuchOrders()
    {
        // Of the 252 orders of five and five, two are as clear.
        double[] levels = [0, 0.01, 0.02, 0.03, 0.04, 1, 1.01, 1.02, 1.03, 1.04];

        Assert.Equal(2 / 252.0, StepTest.PValue(levels, 5), 0.006);
    }

    [Fact]
    public void PValue_TooNearAnEnd_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StepTest.PValue([1, 2, 3, 4], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => StepTest.PValue([1, 2, 3, 4], 3));
    }
}
