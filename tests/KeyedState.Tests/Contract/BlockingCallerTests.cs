namespace KeyedState.Tests.Contract;

/// <summary>
/// A caller blocks in what it does after its reply, until operations of others have ended. Where a state
/// promises that they go on, they do; were the promise false, all would wait for each other.
/// </summary>
/// <remarks>
/// Undisturbed, because the pool serves what waits behind a blocked thread of its own only when it has nothing
/// else to do, and other tests would give it enough.
/// </remarks>
[Collection(nameof(Undisturbed))]
public sealed class BlockingCallerTests
{
    private const int Others = 8;
    private const int Operations = 20;

    [Theory]
    [MemberData(nameof(StatesUnderTest.NeverStopped), MemberType = typeof(StatesUnderTest))]
    public async Task BlockingCaller_OthersAskAtTheSameTime_AreAnswered(string name)
    {
        await using var state = StatesUnderTest.Create(name);
        using var release = new ManualResetEventSlim();
        var others = AskMany(state, firstKey: 100, Others);
        var blocker = Task.Run(() => Block(state, new TaskCompletionSource(), release), TestContext.Current.CancellationToken);

        await Task.WhenAll(others, AskMany(state, firstKey: 200, Others)).InTime();

        release.Set();
        await blocker.InTime();
    }

    [Theory]
    [MemberData(nameof(StatesUnderTest.OwnerNeverStopped), MemberType = typeof(StatesUnderTest))]
    public async Task BlockingCaller_OthersAskAfterwards_AreAnswered(string name)
    {
        await using var state = StatesUnderTest.Create(name);
        var blocked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var release = new ManualResetEventSlim();
        var blocker = Task.Run(() => Block(state, blocked, release), TestContext.Current.CancellationToken);
        await blocked.Task.InTime();

        await AskMany(state, firstKey: 100, Others).InTime();

        release.Set();
        await blocker.InTime();
    }

    private static async Task Block(IKeyedState state, TaskCompletionSource blocked, ManualResetEventSlim release)
    {
        await state.WriteAsync(1, 1);
        blocked.SetResult();
        release.InTime();
    }

    private static Task AskMany(IKeyedState state, int firstKey, int callers) =>
        Task.WhenAll(Enumerable.Range(firstKey, callers).Select(async key =>
        {
            for (var i = 1; i <= Operations; i++)
            {
                await state.WriteAsync(key, i);
                Assert.Equal(i, await state.ReadAsync(key));
            }
        }));
}
