using KeyedState.Verification;

namespace KeyedState.Tests.Verification;

public sealed class SurvivalJudgeTests
{
    [Theory]
    [InlineData(10, 10, 10, 0)]
    [InlineData(10, 9, 10, 0)]
    [InlineData(10, 9, 9, 0)]
    [InlineData(10, 10, 9, 1)]
    [InlineData(10, 9, 4, 5)]
    [InlineData(10, 10, 0, 10)]
    [InlineData(1, 0, 0, 0)]
    [InlineData(0, 0, 0, 0)]
    public void Judge_ValueOfAChange_LosesWhatWasAcknowledgedAfterIt(int begun, int acknowledged, int there, int lost)
    {
        var verdict = SurvivalJudge.Judge([new(3, begun, acknowledged)], key => KeyWrites.ValueAfter(key, there));

        Assert.Equal(new SurvivalVerdict(acknowledged, begun - acknowledged, lost, null), verdict);
    }

    [Theory]
    [InlineData(11, 3)]
    [InlineData(2, 4)]
    [InlineData(20, 3)]
    public void Judge_ValueOfAChangeThatWasNotBegunOrOfAnotherKey_IsWrong(int change, int key) =>
        Assert.NotNull(SurvivalJudge.Judge([new(3, 10, 9)], _ => KeyWrites.ValueAfter(key, change)).Wrong);

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void Judge_ValueThatNoChangeGives_IsNamed(int value) =>
        Assert.Equal($"Key 3 has the value {value}, which nobody wrote to it.", SurvivalJudge.Judge([new(3, 10, 9)], _ => value).Wrong);

    [Fact]
    public void Judge_ManyHistories_CountsWhatWasTakenAway()
    {
        var random = new Random(23);
        for (var round = 0; round < 2_000; round++)
        {
            KeyWrites[] history = [.. Enumerable.Range(0, random.Next(1, 20)).Select(key => Draw(random, key))];
            var there = history.ToDictionary(writes => writes.Key, writes => random.Next(0, writes.Begun + 1));

            var verdict = SurvivalJudge.Judge(history, key => KeyWrites.ValueAfter(key, there[key]));

            // The other way round: each acknowledged write on its own, and whether it or a later one is there.
            var lost = history.Sum(writes => Enumerable.Range(1, writes.Acknowledged).Count(change => there[writes.Key] < change));
            Assert.Equal(new SurvivalVerdict(history.Sum(writes => writes.Acknowledged), history.Sum(writes => writes.Begun - writes.Acknowledged), lost, null), verdict);

            // Twice the value is that of no change, or of a later one than was begun, or of one that is not the last.
            var doubled = SurvivalJudge.Judge(history, key => 2 * KeyWrites.ValueAfter(key, there[key]));
            Assert.True(doubled.Wrong is not null || history.All(writes => writes.Key == 0 || there[writes.Key] == 0));
        }
    }

    private static KeyWrites Draw(Random random, int key)
    {
        var begun = random.Next(0, 50);
        return new(key, begun, Math.Max(0, begun - random.Next(2)));
    }
}
