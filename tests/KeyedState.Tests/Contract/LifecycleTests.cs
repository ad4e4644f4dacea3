using System.Diagnostics.CodeAnalysis;
using KeyedState.Verification;

namespace KeyedState.Tests.Contract;

/// <summary>Disposal again and again at every stage of the work, since what makes it hang comes about rarely.</summary>
[SuppressMessage("Reliability", "CA2012", Justification = "Callers that take their answers late or never are what is tested.")]
public sealed class LifecycleTests
{
    private const int Lives = 1_000;

    // Of other people's engines, which take milliseconds and more to start and to end.
    private const int EnginesLives = 50;

    private const int MostUnderWay = 24;

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public Task DisposeAsync_AgainAndAgainWithOperationsUnderWay_EndsThem(string name) => Live(LivesOf(name), async life =>
    {
        var state = StatesUnderTest.Create(name);
        var underWay = Enumerable.Range(0, life % MostUnderWay).Select(i => Ask(state, i)).ToArray();

        await state.DisposeAsync();

        await Task.WhenAll(underWay.Select(EndAsDeclared));
    });

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public Task DisposeAsync_ByManyAtOnceWithOperationsUnderWay_EndsForAll(string name) => Live(LivesOf(name) / 10, async life =>
    {
        var state = StatesUnderTest.Create(name);
        using var together = new Barrier(3);

        await Task.WhenAll(OwnThread(Asking), OwnThread(Disposing), OwnThread(Disposing));

        async Task Asking()
        {
            together.SignalAndWait();
            await Task.WhenAll(Enumerable.Range(0, MostUnderWay).Select(i => EndAsDeclared(Ask(state, i))));
        }

        async Task Disposing()
        {
            together.SignalAndWait();
            await state.DisposeAsync();
        }
    });

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public Task DisposeAsync_CallersThatNeverAwait_StopNeitherOthersNorIt(string name) => Live(LivesOf(name) / 10, async life =>
    {
        var state = StatesUnderTest.Create(name);
        for (var i = 0; i < MostUnderWay; i++)
        {
            _ = i % 2 == 0 ? state.ReadAsync(i).IsCompleted : state.WriteAsync(i, i).IsCompleted;
        }

        await state.WriteAsync(-1, life);
        Assert.Equal(life, await state.ReadAsync(-1));
        _ = state.ReadAsync(1).IsCompleted;

        await state.DisposeAsync();
    });

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public async Task Operations_ManyAfterDisposal_AllEnd(string name)
    {
        var state = StatesUnderTest.Create(name);
        await state.WriteAsync(1, 1);
        await state.DisposeAsync().AsTask().InTime();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(AskMany))).InTime();

        await state.DisposeAsync().AsTask().InTime();

        async Task AskMany()
        {
            for (var i = 0; i < Lives; i++)
            {
                await EndAsDeclared(Ask(state, i));
            }
        }
    }

    /// <summary>Whoever was answered before and while the state went down saw one register a key.</summary>
    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public async Task DisposeAsync_AmidOperations_WhatWasAnsweredIsLinearizable(string name)
    {
        var refusals = 0;
        for (var after = 100; after <= 3_000; after += 200)
        {
            var state = new DisposedAmidWorkState(StatesUnderTest.Create(name), after);
            var pattern = new CallPattern("amid work", Workers: 12, Keys: 2, WritePercent: 50, OperationsPerWorker: 300) { UnderWay = 1 + (after % 3) };

            var recording = Recorder.Record(state, [pattern], seed: after, TimeSpan.FromSeconds(20));
            await state.DisposeAsync().AsTask().InTime();

            Assert.Null(RegisterChecker.Check(recording.History)?.ToString());
            Assert.All(recording.Violations, violation => Assert.Contains("threw ObjectDisposedException", violation.Sentence, StringComparison.Ordinal));
            refusals += recording.Violations.Count;
        }

        // Where nothing is refused, the disposal came too late each time, unless it refuses nothing.
        Assert.Equal(StatesUnderTest.Find(name).Declared.ThrowsAfterDispose, refusals > 0);
    }

    private static int LivesOf(string name) => StatesUnderTest.Find(name).Declared.Package is null ? Lives : EnginesLives;

    private static async Task Live(int lives, Func<int, Task> live)
    {
        for (var life = 0; life < lives; life++)
        {
            await live(life).InTime();
        }
    }

    private static Task OwnThread(Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();

    private static async Task Ask(IKeyedState state, int i)
    {
        if (i % 2 == 0)
        {
            await state.WriteAsync(i, i);
        }
        else
        {
            await state.ReadAsync(i);
        }
    }

    private static async Task EndAsDeclared(Task operation)
    {
        try
        {
            await operation;
        }
        catch (ObjectDisposedException)
        {
            // Failing an operation is as good as completing it.
        }
    }

    /// <summary>Disposes of a state when it is called for a certain time, beside the calls.</summary>
    private sealed class DisposedAmidWorkState(IKeyedState inner, int after) : IKeyedState
    {
        private readonly TaskCompletionSource disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int calls;

        public ValueTask<int> ReadAsync(int key)
        {
            Count();
            return inner.ReadAsync(key);
        }

        public ValueTask WriteAsync(int key, int value)
        {
            Count();
            return inner.WriteAsync(key, value);
        }

        // Ends when the disposal amid work has.
        public async ValueTask DisposeAsync() => await disposed.Task;

        private void Count()
        {
            if (Interlocked.Increment(ref calls) == after)
            {
                ThreadPool.QueueUserWorkItem(async _ =>
                {
                    await inner.DisposeAsync();
                    disposed.SetResult();
                });
            }
        }
    }
}
