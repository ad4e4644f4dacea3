using System.Collections.Concurrent;
using KeyedState.Harness;

namespace KeyedState.Tests.Harness;

public sealed class FixedWorkDriverTests
{
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);
    private static readonly Workload Small = Workload.GoByExample with { OperationsPerWorker = 130 };

    [Fact]
    public void Release_EveryWorker_DoesItsFixedWork()
    {
        var state = new ScriptedState(_ => new(1));

        Drive(state, Small);

        Assert.Equal((100 * 130, 10 * 130), (state.Reads, state.Writes));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Release_MoreOperationsThanAreDrawn_AreAllDone(bool completesLater, bool onOneThread)
    {
        var workload = Small with { OperationsPerWorker = 3 * WorkloadInputs.MostDrawn };
        var state = new ScriptedState(completesLater ? Later : _ => new(1));
        var driver = new FixedWorkDriver("Counting", state, workload, Ample, onOneThread);

        driver.Park();
        driver.Release();

        Assert.Equal((workload.Operations / 11 * 10, workload.Operations / 11), (state.Reads, state.Writes));
        Assert.Equal(state.Reads, driver.SumOfReads);

        static async ValueTask<int> Later(int key)
        {
            await Task.Yield();
            return 1;
        }
    }

    [Fact]
    public void Release_Again_DoesTheSameWorkAgain()
    {
        var state = new ScriptedState(_ => new(1));
        var driver = new FixedWorkDriver("Counting", state, Small, Ample);

        for (var invocation = 0; invocation < 3; invocation++)
        {
            driver.Park();
            driver.Release();
        }

        Assert.Equal(3 * Small.Operations, state.Reads + state.Writes);
    }

    [Fact]
    public void Release_WhatWasRead_IsSummed()
    {
        var state = new ScriptedState(_ => new(2));

        Assert.Equal(2 * 100 * 130, Drive(state, Small).SumOfReads);
    }

    [Fact]
    public void Release_StateThatCompletesLater_IsAwaited()
    {
        var state = new ScriptedState(async _ =>
        {
            await Task.Yield();
            return 1;
        });

        Assert.Equal(100 * 130, Drive(state, Small).SumOfReads);
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
        var driver = new FixedWorkDriver("Hanging", new ScriptedState(_ => new(never.Task)), Small, TimeSpan.FromMilliseconds(1));
        driver.Park();

        Assert.Equal(
            "Hanging hung: 14300 operations by 110 workers did not end within 0.001 s.",
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
            Small,
            TimeSpan.FromMilliseconds(1));
        driver.Park();

        Assert.Throws<StateHungException>(() => driver.Release());
        release.Set();
    }

    [Fact]
    public void Release_NothingParked_SaysSo()
    {
        var driver = new FixedWorkDriver("Idle", new EmptyState(), Small, Ample);

        Assert.Equal("Park the workers first.", Assert.Throws<InvalidOperationException>(() => driver.Release()).Message);
    }

    [Fact]
    public void Release_OnOneThread_NoTwoThreadsTouchTheState()
    {
        var threads = new ConcurrentDictionary<Thread, int>();
        var state = new ScriptedState(key =>
        {
            threads.AddOrUpdate(Thread.CurrentThread, 1, (_, seen) => seen + 1);
            return new ValueTask<int>(key);
        });
        var driver = new FixedWorkDriver("OneThread", state, Small with { OperationsPerWorker = 200 }, Ample, onOneThread: true);

        for (var invocation = 0; invocation < 2; invocation++)
        {
            threads.Clear();
            driver.Park();
            driver.Release();

            Assert.Equal(Small.Workers * 200, Assert.Single(threads).Value);
        }
    }

    private static FixedWorkDriver Drive(IKeyedState state, Workload workload)
    {
        var driver = new FixedWorkDriver("Scripted", state, workload, Ample);
        driver.Park();
        driver.Release();
        return driver;
    }
}
