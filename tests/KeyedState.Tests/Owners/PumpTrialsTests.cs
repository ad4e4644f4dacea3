using System.Diagnostics;

namespace KeyedState.Tests.Owners;

/// <summary>Which number of pumps the trials settle on, on machines that are made up.</summary>
public sealed class PumpTrialsTests
{
    private static readonly long Period = Stopwatch.Frequency / 1_000;

    private readonly Dictionary<int, int> periods = [];
    private long served;
    private long now;

    /// <summary>Thousands of operations in a period with 1, 2, 4 and 8 pumps; with how many it is to end.</summary>
    public static TheoryData<int[], int> Machines => new()
    {
        { [20, 28], 2 },
        { [20, 14], 1 },

        // A processor more has to pay for itself.
        { [100, 104], 1 },
        { [100, 106], 2 },
        { [20, 14, 10, 7], 1 },
        { [20, 38, 50, 30], 4 },
        { [20, 28, 40, 60], 8 },
    };

    [Theory]
    [MemberData(nameof(Machines))]
    public void EndPeriod_MachineThatStaysAsItIs_EndsWithTheNumberThatServesMost(int[] speeds, int best)
    {
        var trials = new PumpTrials(1 << (speeds.Length - 1));
        Run(trials, 200, speeds);
        periods.Clear();

        Run(trials, 1_000, speeds);

        // Attempts go on, but take little of the time.
        Assert.InRange(periods[best], 950, 980);
    }

    [Fact]
    public void EndPeriod_MachineChanges_FollowsWithinTwoHundredPeriods()
    {
        int[] near = [20, 28];
        int[] far = [20, 14];
        var trials = new PumpTrials(2);
        Run(trials, 1_000, near);
        Run(trials, 200, far);
        periods.Clear();

        Run(trials, 100, far);

        Assert.InRange(periods[1], 85, 100);
    }

    [Theory]
    [InlineData(20, 28, 2)]
    [InlineData(20, 14, 1)]
    public void EndPeriod_EverySecondPeriodIsDisturbed_EndsAsIfNoneWere(int one, int two, int best)
    {
        var trials = new PumpTrials(2);
        for (var i = 0; i < 1_000; i++)
        {
            Run(trials, 1, [one / (1 + (i % 2)), two / (1 + (i % 2))]);
        }

        Assert.True(periods[best] > 800);
    }

    [Fact]
    public void Restart_NothingToDoForAWhile_IsNotTakenForSlow()
    {
        int[] near = [20, 28];
        var trials = new PumpTrials(2);
        for (var i = 0; i < 1_000; i++)
        {
            now += 10 * Period;
            trials.Restart(served, now);
            Run(trials, 1, near);
        }

        Assert.True(periods[2] > 800);
    }

    [Theory]
    [InlineData(3, new[] { 1, 2, 3 })]
    [InlineData(6, new[] { 1, 2, 3, 4, 6 })]
    public void Limit_AnyMachine_IsBetweenOneAndTheMost(int most, int[] possible)
    {
        var random = new Random(1);
        var trials = new PumpTrials(most);
        for (var i = 0; i < 10_000; i++)
        {
            Run(trials, 1, [.. Enumerable.Range(0, 8).Select(_ => random.Next(1, 100))]);
        }

        Assert.Equal(possible, periods.Keys.Order());
    }

    /// <summary>What pumps have served is known to a turn of each, and with more pumps not in such a way that they look better.</summary>
    [Theory]
    [InlineData(100, 104, 1)]
    [InlineData(100, 107, 2)]
    public void EndPeriod_PumpsAreInTheMiddleOfTurns_EndsAsIfAllWereKnown(int one, int two, int best)
    {
        const int Callers = 110;
        var random = new Random(1);
        var trials = new PumpTrials(2);
        double[] done = [0, 0];
        for (var i = 0; i < 2_000; i++)
        {
            var pumps = trials.Limit;
            periods[pumps] = periods.GetValueOrDefault(pumps) + 1;
            var ticks = Period + random.NextInt64(Period / 20);
            now += ticks;
            for (var pump = 0; pump < pumps; pump++)
            {
                done[pump] += 200.0 * (pumps == 1 ? one : two) / pumps * ticks / Period;
            }

            trials.EndPeriod(done.Sum(each => (long)each / (Callers / pumps) * (Callers / pumps)), now);
        }

        // Counted every 32 turns only, two pumps would be kept for a tenth to a fifth of the periods in the first case.
        Assert.True(periods[best] > 1_900, string.Join(' ', periods));
    }

    [Fact]
    public void IsOver_FromAnEndToTheNext_IsSoAfterAPeriod()
    {
        var trials = new PumpTrials(2);
        trials.EndPeriod(1, Period);

        Assert.False(trials.IsOver((2 * Period) - 1));
        Assert.True(trials.IsOver(2 * Period));
    }

    [Fact]
    public void EndPeriod_LimitChanges_SaysSo()
    {
        var trials = new PumpTrials(4);
        for (var i = 0; i < 1_000; i++)
        {
            var before = trials.Limit;
            now += Period;
            var changed = trials.EndPeriod(now, now);
            Assert.Equal(trials.Limit != before, changed);
        }
    }

    private void Run(PumpTrials trials, int count, int[] speeds)
    {
        for (var i = 0; i < count; i++)
        {
            var pumps = trials.Limit;
            periods[pumps] = periods.GetValueOrDefault(pumps) + 1;
            now += Period;
            served += 1_000L * speeds[int.Log2(pumps)];
            trials.EndPeriod(served, now);
        }
    }
}
