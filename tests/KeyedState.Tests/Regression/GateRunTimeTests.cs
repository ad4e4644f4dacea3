using KeyedState.Results;

namespace KeyedState.Tests.Regression;

/// <summary>The whole gate on a clock that goes on by a known time at every launch.</summary>
public sealed class GateRunTimeTests
{
    private const int Rehearsed = 3;

    private readonly ManualClock clock = new();
    private int starts;

    public static bool IsWindows => OperatingSystem.IsWindows();

    /// <summary>Every state is slower and no delay is felt, so that the second round and the repeated self-tests would like to have most.</summary>
    /// <param name="seconds">The run's time. Three rehearsals, both rounds and all self-tests would take 33 launches.</param>
    /// <param name="slower">How many times as long a launch takes as the rehearsal showed.</param>
    [Theory(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    [InlineData(0, 1)]
    [InlineData(10, 1)]
    [InlineData(25, 1)]
    [InlineData(36, 1)]
    [InlineData(36, 3)]
    public void Run_WhateverHappens_EndsInItsTime(int seconds, int slower)
    {
        using var gate = Gate(seconds, () => starts <= Rehearsed ? 1 : slower);
        gate.Base.DelayWorks = false;
        SlowDown(gate, 1.5);

        gate.Run();

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, seconds);
    }

    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_TimeForBothRounds_FindsWhatIsSlower()
    {
        using var gate = Gate(40, () => 1);
        gate.Head.Times["Owner"] *= 1.5;

        Assert.Equal("Owner", Assert.Single(gate.Run().Rows, row => row.Verdict == Verdict.Slower).State);
    }

    /// <summary>The last launch of the self-tests takes so long that the second round has no time.</summary>
    [Fact(Skip = ScriptedGate.NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Run_NoTimeForASecondRound_IsNoPass()
    {
        using var gate = Gate(50, () => starts <= Rehearsed + ScriptedGate.Rules.FirstRound + (ScriptedGate.Rules.FirstRound / 2) - 1 ? 1 : 27);
        gate.Head.Times["Owner"] *= 1.5;

        var record = gate.Run();

        Assert.Equal((GateConclusion.CannotJudge, "Owner"), (record.Conclusion, Assert.Single(record.Rows, row => row.Unconfirmed).State));
        Assert.All(record.SelfTests, test => Assert.True(test.Passed));
    }

    private static void SlowDown(ScriptedGate gate, double times)
    {
        foreach (var state in gate.Head.Times.Keys)
        {
            gate.Head.Times[state] *= times;
        }
    }

    private ScriptedGate Gate(int seconds, Func<int> secondsOfAStart) => new()
    {
        Time = new(clock, TimeSpan.FromSeconds(seconds)),
        Starting = () =>
        {
            starts++;
            clock.Elapsed += TimeSpan.FromSeconds(secondsOfAStart());
        },
    };
}
