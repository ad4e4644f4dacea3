namespace KeyedState.Tests.Channels;

/// <summary>Which number of pumps the trials settle on, on machines that are made up.</summary>
public sealed class PumpTrialsTests
{
    // More than a period has, so that each report ends one.
    private const int Served = 1_000_000;

    private readonly Dictionary<int, int> periods = [];
    private long now;

    /// <summary>Operations per unit of time with 1, 2, 4 and 8 pumps; with how many it is to end.</summary>
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
    public void Count_MachineThatStaysAsItIs_EndsWithTheNumberThatServesMost(int[] speeds, int best)
    {
        var trials = new PumpTrials(1 << (speeds.Length - 1));
        Run(trials, 100, speeds);
        periods.Clear();

        Run(trials, 1_000, speeds);

        // Attempts go on, but take little of the time.
        Assert.InRange(periods[best], 900, 980);
    }

    [Fact]
    public void Count_MachineChanges_FollowsWithinAHundredPeriods()
    {
        int[] near = [20, 28];
        int[] far = [20, 14];
        var trials = new PumpTrials(2);
        Run(trials, 1_000, near);
        Run(trials, 100, far);
        periods.Clear();

        Run(trials, 100, far);

        Assert.InRange(periods[1], 85, 100);
    }

    [Theory]
    [InlineData(20, 28, 2)]
    [InlineData(20, 14, 1)]
    public void Count_EverySecondPeriodIsDisturbed_EndsAsIfNoneWere(int one, int two, int best)
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
            now += Served;
            trials.Restart(now);
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

    private void Run(PumpTrials trials, int count, int[] speeds)
    {
        for (var i = 0; i < count; i++)
        {
            var pumps = trials.Limit;
            periods[pumps] = periods.GetValueOrDefault(pumps) + 1;
            now += Served / speeds[int.Log2(pumps)];
            trials.Count(Served, now);
        }
    }
}
