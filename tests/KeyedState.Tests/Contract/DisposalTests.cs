namespace KeyedState.Tests.Contract;

/// <summary>Disposal ends every operation, one way or the other, whatever it runs into.</summary>
public sealed class DisposalTests
{
    private const int Outstanding = 2_000;
    private const int Callers = 32;
    private const int Races = 15;

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public async Task DisposeAsync_OutstandingOperations_AllEnd(string name)
    {
        var state = StatesUnderTest.Create(name);
        var operations = Enumerable.Range(0, Outstanding).Select(Ask).ToArray();

        await state.DisposeAsync().AsTask().InTime();

        await Task.WhenAll(operations.Select(EndAsDeclared)).InTime();

        Task Ask(int i) => i % 2 == 0 ? state.WriteAsync(i, i).AsTask() : state.ReadAsync(i).AsTask();
    }

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public async Task DisposeAsync_RacesWithOperations_EveryOneEnds(string name)
    {
        for (var race = 0; race < Races; race++)
        {
            var state = StatesUnderTest.Create(name);
            using var disposed = new CancellationTokenSource();
            var underWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var callers = Enumerable.Range(0, Callers).Select(caller => Task.Run(() => AskUntilRefused(state, caller, underWay, disposed.Token))).ToArray();
            await underWay.Task.InTime();

            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () => await state.DisposeAsync()))).InTime();
            await disposed.CancelAsync();

            await Task.WhenAll(callers).InTime();
        }
    }

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public async Task DisposeAsync_Twice_EndsTwice(string name)
    {
        var state = StatesUnderTest.Create(name);
        await state.WriteAsync(1, 1);

        await state.DisposeAsync().AsTask().InTime();
        await state.DisposeAsync().AsTask().InTime();
    }

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public async Task DisposeAsync_FromACallersContinuation_Ends(string name)
    {
        var state = StatesUnderTest.Create(name);

        await Task.Run(WriteThenDispose, TestContext.Current.CancellationToken).InTime();

        async Task WriteThenDispose()
        {
            await state.WriteAsync(1, 1);
            await state.DisposeAsync();
        }
    }

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public async Task Operations_AfterDisposal_DoAsDeclared(string name)
    {
        var state = StatesUnderTest.Create(name);
        await state.WriteAsync(1, 11);
        await state.DisposeAsync().AsTask().InTime();

        if (StatesUnderTest.Find(name).Declared.ThrowsAfterDispose)
        {
            await Assert.ThrowsAsync<ObjectDisposedException>(async () => await state.ReadAsync(1)).InTime();
            await Assert.ThrowsAsync<ObjectDisposedException>(async () => await state.WriteAsync(1, 12)).InTime();
        }
        else
        {
            await state.WriteAsync(2, 22);
            Assert.Equal((11, 22), (await state.ReadAsync(1), await state.ReadAsync(2)));
        }
    }

    private static async Task AskUntilRefused(IKeyedState state, int caller, TaskCompletionSource underWay, CancellationToken disposed)
    {
        try
        {
            for (var i = 1; !disposed.IsCancellationRequested; i++)
            {
                await state.WriteAsync(caller, i);
                underWay.TrySetResult();
                Assert.Equal(i, await state.ReadAsync(caller));
                await Task.Yield();
            }
        }
        catch (ObjectDisposedException)
        {
            // Refused, which ends this caller as the disposal demands.
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
            // Failing an outstanding operation is as good as completing it.
        }
    }
}
