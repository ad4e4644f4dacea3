using KeyedState.Harness;

namespace KeyedState.Tests.Latency;

/// <summary>Loops of several scenarios on one instance.</summary>
public sealed class LoopSessionTests
{
    private static readonly ClosedLoopPlan Brief =
        ClosedLoopPlan.Usual with { Window = TimeSpan.FromMilliseconds(30), LongestRampUp = TimeSpan.FromMilliseconds(40) };

    [Fact]
    public void Run_OneScenarioAfterTheOther_MeasuresEachAndReadsTheMeters()
    {
        using var session = new LoopSession(StateEntry.Of(typeof(LockState)));
        var reads = 0;
        foreach (var scenario in new[] { CompoundScenarios.Counters, Scenario.GoByExample, CompoundScenarios.Ledger })
        {
            var outcome = session.Run(scenario, Brief, () => ++reads * 5, () => 0);

            Assert.Equal(scenario.Roles.Count, outcome.Roles.Count);
            Assert.All(outcome.Roles, role => Assert.True(role.Completed.Sum() > 0));
            Assert.Equal([5.0, 0.0], outcome.Metered);
        }
    }

    /// <summary>The ledger's readers notice a sum that transfers can't have left, which is how its opening is known to be written each time.</summary>
    [Fact]
    public async Task Run_Ledger_LeavesTheSumThatItOpenedWith()
    {
        using var session = new LoopSession(StateEntry.Of(typeof(LockState)));
        session.Run(Scenario.GoByExample, Brief);
        session.Run(CompoundScenarios.Ledger, Brief);
        var values = new int[CompoundScenarios.Ledger.Keys.Count];
        await ((IAtomicSnapshot)session.State).SnapshotAsync(Enumerable.Range(0, values.Length).ToArray(), values);

        Assert.Equal(CompoundScenarios.Ledger.Keys.Opening * values.Length, values.Sum());
    }

    [Fact]
    public void Run_OpenLoopAfterAClosedOne_AnswersWhatIsDueOnTheSameInstance()
    {
        using var session = new LoopSession(StateEntry.Of(typeof(LockState)));
        session.Run(Scenario.GoByExample, Brief);

        var outcome = session.Run(Scenario.GoByExample, new OpenLoopPlan(2_000, TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(50), Brief.Run, Even: true, Seed: 1));

        Assert.Equal(100, outcome.Scheduled);
        Assert.Equal(100, outcome.ResponseTimes.Sum(times => times.Count));
    }

    [Fact]
    public void Run_WhatTheStateDoesNotOffer_IsRefused()
    {
        using var session = new LoopSession(StateEntry.Of(typeof(LockState)));

        Assert.Throws<InvalidOperationException>(() => session.Run(CompoundScenarios.UpdateYielding, Brief));
    }
}
