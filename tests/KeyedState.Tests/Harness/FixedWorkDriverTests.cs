using System.Collections.Concurrent;
using KeyedState.Harness;

namespace KeyedState.Tests.Harness;

public sealed class FixedWorkDriverTests
{
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);
    private static readonly Scenario Original = Scenario.GoByExample;
    private static readonly FixedWork Small = new(OperationsPerWorker: 130, RunLength: 64);

    [Fact]
    public void Release_EveryWorker_DoesItsFixedWork()
    {
        var state = new ScriptedState(_ => new(1));

        Drive(state, Small);

        Assert.Equal((100 * 130, 10 * 130), (state.Reads, state.Writes));
    }

    // One worker of either role, so that the order in which the state is asked is known.
    [Theory]
    [InlineData(OperationKind.Read, 1, 0)]
    [InlineData(OperationKind.Read, 1, 1)]
    [InlineData(OperationKind.Read, 7, 3)]
    [InlineData(OperationKind.Read, 64, 3)]
    [InlineData(OperationKind.Write, 1, 0)]
    [InlineData(OperationKind.Write, 1, 1)]
    [InlineData(OperationKind.Write, 7, 3)]
    [InlineData(OperationKind.Write, 64, 3)]
    public void Release_KeysAndValues_ReachTheStateInTheOrderOfTheDraws(OperationKind kind, int runLength, int everyWhich)
    {
        var scenario = Original with { Roles = [new("callers", kind, 1)], Keys = new KeySpace(1000) };
        var state = new RecordingState(call => everyWhich > 0 && call % everyWhich == 0);
        var driver = new FixedWorkDriver("Recording", state, scenario, Ample);
        var draws = new Draws(scenario, worker: 0);
        var expected = Enumerable.Range(0, 130).Select(_ => (kind, draws.NextKey(), kind == OperationKind.Write ? draws.Value() : 0)).ToArray();

        driver.Park(new FixedWork(130, runLength));
        driver.Release();

        Assert.Equal(expected, state.Calls);
        Assert.Equal(kind == OperationKind.Read ? expected.Sum(call => call.Item2 + 1) : 0, driver.Sum);
    }

    [Fact]
    public void Release_AllWorkers_MakeTheCallsOfTheirDraws()
    {
        var state = new RecordingState(call => call % 5 == 0);
        var driver = new FixedWorkDriver("Recording", state, Original, Ample);

        driver.Park(Small);
        driver.Release();

        Assert.Equal(ExpectedOf(Original).Order(), state.Calls.Order());

        static IEnumerable<(OperationKind, int, int)> ExpectedOf(Scenario scenario)
        {
            for (var worker = 0; worker < scenario.Workers; worker++)
            {
                var draws = new Draws(scenario, worker);
                var kind = scenario.Roles[scenario.RoleOf(worker)].Operation;
                for (var i = 0; i < Small.OperationsPerWorker; i++)
                {
                    yield return (kind, draws.NextKey(), kind == OperationKind.Write ? draws.Value() : 0);
                }
            }
        }
    }

    [Theory]
    [InlineData(1, 130)]
    [InlineData(64, 3)]
    [InlineData(130, 1)]
    [InlineData(1000, 1)]
    public void Release_Runs_LetOthersHaveTheThreadInBetween(int runLength, int runs)
    {
        // On one thread two workers alternate run by run.
        var state = new RecordingState(_ => false);
        var scenario = Original with { Roles = [new("readers", OperationKind.Read, 1), new("writers", OperationKind.Write, 1)] };
        var driver = FixedWorkDriver.OfThreads("Recording", [state], scenario, Ample);

        driver.Park(new FixedWork(130, runLength));
        driver.Release();

        var changes = state.Calls.Zip(state.Calls.Skip(1)).Count(pair => pair.First.Kind != pair.Second.Kind);
        Assert.Equal((2 * runs) - 1, changes);
    }

    [Fact]
    public void Release_Again_DoesTheSameWorkAgain()
    {
        var state = new ScriptedState(_ => new(1));
        var driver = new FixedWorkDriver("Counting", state, Original, Ample);

        for (var iteration = 0; iteration < 3; iteration++)
        {
            driver.Park(Small);
            driver.Release();
        }

        Assert.Equal(3 * 110 * 130, state.Reads + state.Writes);
    }

    [Fact]
    public void Release_WhatWasRead_IsSummed()
    {
        var state = new ScriptedState(_ => new(2));

        Assert.Equal(2 * 100 * 130, Drive(state, Small).Sum);
    }

    [Fact]
    public void Release_Roles_EndWithTheirLastWorker()
    {
        var driver = new FixedWorkDriver("Scripted", new ScriptedState(_ => new(1)), Original, Ample);
        driver.Park(Small);

        var outcome = driver.Release();

        Assert.Equal(2, outcome.RoleEnds.Count);
        Assert.All(outcome.RoleEnds, end => Assert.InRange(end, TimeSpan.FromTicks(1), outcome.Time));
        Assert.Contains(outcome.Time, outcome.RoleEnds);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Release_StateThatThrows_EndsWithThatException(bool synchronously)
    {
        var state = new ScriptedState(_ => synchronously
            ? throw new InvalidTimeZoneException("boom")
            : ValueTask.FromException<int>(new InvalidTimeZoneException("boom")));

        Assert.Equal("boom", Assert.Throws<InvalidTimeZoneException>(() => Drive(state, Small)).Message);
    }

    [Fact]
    public void Release_StateThatNeverReplies_IsNamedAsHung()
    {
        var never = new TaskCompletionSource<int>();
        var driver = new FixedWorkDriver("Hanging", new ScriptedState(_ => new(never.Task)), Original, TimeSpan.FromMilliseconds(1));
        driver.Park(Small);

        Assert.Equal(
            "Hanging hung: an iteration of 110 workers did not end within 0.001 s.",
            Assert.Throws<StateHungException>(() => driver.Release()).Message);
    }

    [Fact]
    public void Release_StateThatBlocksEveryThread_IsNamedAsHung()
    {
        var release = new ManualResetEventSlim();
        var driver = new FixedWorkDriver(
            "Blocking",
            new ScriptedState(_ =>
            {
                release.Wait();
                return new(1);
            }),
            Original,
            TimeSpan.FromMilliseconds(1));
        driver.Park(Small);

        Assert.Throws<StateHungException>(() => driver.Release());
        release.Set();
    }

    [Fact]
    public void Release_NothingParked_SaysSo()
    {
        var driver = new FixedWorkDriver("Idle", new EmptyState(), Original, Ample);

        Assert.Equal("Park the workers first.", Assert.Throws<InvalidOperationException>(() => driver.Release()).Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Release_OnThreads_EachTouchesAStateOfItsOwn(int threads)
    {
        var seen = new ConcurrentDictionary<(int State, Thread Thread), int>();
        var states = Enumerable.Range(0, threads).Select(number => new ScriptedState(key =>
        {
            seen.AddOrUpdate((number, Thread.CurrentThread), 1, (_, count) => count + 1);
            return new ValueTask<int>(key);
        })).ToArray();
        var driver = FixedWorkDriver.OfThreads("OneThread", states, Original, Ample);

        for (var iteration = 0; iteration < 2; iteration++)
        {
            seen.Clear();
            driver.Park(Small);
            driver.Release();

            Assert.Equal(threads, seen.Count);
            Assert.Equal(threads, seen.Keys.Select(pair => pair.Thread).Distinct().Count());
            Assert.Equal(110 * 130, seen.Values.Sum());
        }
    }

    private static FixedWorkDriver Drive(IKeyedState state, FixedWork work)
    {
        var driver = new FixedWorkDriver("Scripted", state, Original, Ample);
        driver.Park(work);
        driver.Release();
        return driver;
    }
}
