using KeyedState.Harness;

namespace KeyedState.Tests.Pacing;

public sealed class DeadlineQueueTests
{
    private const long Pause = 100;

    public static TheoryData<long[], long, long[], long> Moments => new()
    {
        // added at, looked at, due (named after when they were added), next look
        { [], 0, [], 100 },
        { [], 7, [], 107 },
        { [0], 0, [], 100 },
        { [0], 99, [], 100 },
        { [0], 100, [0], 200 },
        { [0], 101, [0], 201 },
        { [0, 1, 2], 101, [0, 1], 102 },
        { [5, 5, 5], 105, [5, 5, 5], 205 },
        { [0, 40, 80], 139, [0], 140 },
        { [0, 40, 80], 1000, [0, 40, 80], 1100 },
        { [-50], 49, [], 50 },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public void TakeDue_AtAMoment_TakesWhatIsDueAndSaysWhenToLookAgain(long[] added, long now, long[] expected, long next)
    {
        var queue = Filled(added);
        var due = new List<long>();

        Assert.Equal(next, queue.TakeDue(now, due));
        Assert.Equal(expected, due);
    }

    [Fact]
    public void TakeDue_LookedAtWhenItSays_IsNeverLate()
    {
        var queue = Filled([]);
        var due = new List<long>();
        var look = queue.TakeDue(0, due);

        // Whatever is added before the next look is not due before it.
        for (var now = 0; now < look; now++)
        {
            queue.Add(now, now);
        }

        for (; look < 200; look = queue.TakeDue(look, due))
        {
            Assert.All(due, item => Assert.InRange(item + Pause, 0, look));
        }

        Assert.Equal(Enumerable.Range(0, 100).Select(item => (long)item), due);
    }

    [Fact]
    public void TakeAll_DueOrNot_LeavesNothing()
    {
        var queue = Filled([0, 40, 80]);
        var all = new List<long>();

        queue.TakeAll(all);

        Assert.Equal([0, 40, 80], all);
        Assert.Equal(1100, queue.TakeDue(1000, all));
        Assert.Equal(3, all.Count);
    }

    private static DeadlineQueue<long> Filled(long[] added)
    {
        var queue = new DeadlineQueue<long>(Pause);
        foreach (var moment in added)
        {
            queue.Add(moment, moment);
        }

        return queue;
    }
}
