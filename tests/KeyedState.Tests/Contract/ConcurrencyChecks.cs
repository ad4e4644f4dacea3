namespace KeyedState.Tests.Contract;

/// <summary>What a state owes to callers that ask at the same time. Each check fails on a state that breaks its rule.</summary>
public static class ConcurrencyChecks
{
    private const int Callers = 32;
    private const int Operations = 200;
    private const int Outstanding = 5_000;

    public static Task CallersReadTheirOwnWrites(IKeyedState state) => ForEachCaller(async caller =>
    {
        for (var i = 1; i <= Operations; i++)
        {
            await state.WriteAsync(caller, i);
            Assert.Equal(i, await state.ReadAsync(caller));
        }
    });

    /// <summary>
    /// One caller writes ascending values, and each read of another must lie between the last value that was
    /// written before the read was called and the last that was begun before it ended.
    /// </summary>
    public static async Task ReadsKeepToRealTime(IKeyedState state)
    {
        const int Last = Operations * 10;
        var begun = 0;
        var written = 0;
        await ForEachCaller(caller => caller == 0 ? Write() : Read());
        Assert.Equal(Last, await state.ReadAsync(-4));

        async Task Write()
        {
            for (var i = 1; i <= Last; i++)
            {
                Volatile.Write(ref begun, i);
                await state.WriteAsync(-4, i);
                Volatile.Write(ref written, i);
                await Task.Yield();
            }
        }

        async Task Read()
        {
            for (var i = 0; i < Operations; i++)
            {
                var least = Volatile.Read(ref written);
                var read = await state.ReadAsync(-4);
                Assert.InRange(read, least, Volatile.Read(ref begun));
                await Task.Yield();
            }
        }
    }

    /// <summary>More operations at once than any queue of a state holds.</summary>
    public static async Task ManyOutstandingOperationsAreDone(IKeyedState state)
    {
        await Task.WhenAll(Enumerable.Range(1, Outstanding).Select(key => state.WriteAsync(key, -key).AsTask())).InTime();
        var reads = await Task.WhenAll(Enumerable.Range(1, Outstanding).Select(key => state.ReadAsync(key).AsTask())).InTime();
        Assert.Equal(Enumerable.Range(1, Outstanding).Select(key => -key), reads);
    }

    /// <summary>Threads that have nothing else to do and block for each reply.</summary>
    public static Task BlockingThreadsAreAnswered(IKeyedState state) =>
        Task.WhenAll(Enumerable.Range(0, 8).Select(caller => Task.Factory.StartNew(
            () => WriteAndReadBlocking(state, caller),
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default))).InTime();

    /// <summary>What a caller put into its context is there after the reply, whoever else is answered meanwhile.</summary>
    public static Task ContextFlowsToTheCaller(IKeyedState state)
    {
        var context = new AsyncLocal<int>();
        return ForEachCaller(async caller =>
        {
            for (var i = 1; i <= Operations; i++)
            {
                var mine = (caller * Operations) + i;
                context.Value = mine;
                await state.WriteAsync(caller, i);
                Assert.Equal(mine, context.Value);
                await state.ReadAsync(caller);
                Assert.Equal(mine, context.Value);
            }
        });
    }

    private static void WriteAndReadBlocking(IKeyedState state, int caller)
    {
        for (var i = 1; i <= 50; i++)
        {
            state.WriteAsync(caller, i).AsTask().Wait(TestContext.Current.CancellationToken);
            Assert.Equal(i, state.ReadAsync(caller).AsTask().GetAwaiter().GetResult());
        }
    }

    private static Task ForEachCaller(Func<int, Task> act) =>
        Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => act(caller)))).InTime();
}
