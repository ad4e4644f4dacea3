using System.Diagnostics.CodeAnalysis;

namespace KeyedState.Tests.Delegation;

/// <summary>Who serves whom, step by step: the test holds ownership itself.</summary>
[SuppressMessage("Reliability", "CA2012", Justification = "Whether a value task is complete is what is tested.")]
public sealed class CombiningOwnerTests
{
    private readonly Inbox inbox = new();
    private readonly CombiningOwnerState state;

    public CombiningOwnerTests() => state = new CombiningOwnerState(inbox);

    [Fact]
    public async Task Operations_StateIsFree_AreDoneAtOnceAndLeaveItFree()
    {
        Assert.True(state.WriteAsync(1, 11).IsCompletedSuccessfully);
        Assert.True(inbox.IsUnowned);

        var read = state.ReadAsync(1);

        Assert.True(read.IsCompletedSuccessfully);
        Assert.Equal(11, await read);
        Assert.True(inbox.IsUnowned);
    }

    [Fact]
    public async Task Operations_StateIsOwned_WaitUntilTheOwnerServesThem()
    {
        Assert.True(inbox.TryOwn());
        var write = state.WriteAsync(1, 11).AsTask();
        var read = state.ReadAsync(1).AsTask();
        Assert.False(write.IsCompleted);
        Assert.False(read.IsCompleted);

        Assert.True(state.TryServeAll());

        await write;
        Assert.Equal(11, await read);
        Assert.True(inbox.IsUnowned);
    }

    [Fact]
    public async Task TryServeAll_MoreWaitThanOneOwnerServes_StopsAtItsLimitAndKeepsOwnership()
    {
        const int Waiting = 300;
        Assert.True(inbox.TryOwn());
        var writes = Enumerable.Range(1, Waiting).Select(key => state.WriteAsync(key, -key).AsTask()).ToArray();

        Assert.False(state.TryServeAll());
        Assert.False(inbox.IsUnowned);
        await writes[0];
        Assert.False(writes[^1].IsCompleted);

        Assert.True(state.TryServeAll());
        await Task.WhenAll(writes);
        Assert.Equal(-Waiting, await state.ReadAsync(Waiting));
    }

    [Fact]
    public async Task DisposeAsync_OperationsWait_EndsAfterThem()
    {
        Assert.True(inbox.TryOwn());
        var write = state.WriteAsync(1, 11).AsTask();
        var disposal = state.DisposeAsync().AsTask();
        Assert.False(disposal.IsCompleted);

        Assert.True(state.TryServeAll());

        await disposal;
        await write;
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await state.ReadAsync(1));
    }

    /// <summary>A caller that blocks may hold up those of its batch, but never whoever serves it.</summary>
    [Fact]
    public async Task TryServeAll_CallerBlocksAfterItsReply_ReturnsAllTheSame()
    {
        using var release = new ManualResetEventSlim();
        Assert.True(inbox.TryOwn());
        var blocker = Block();

        Assert.True(state.TryServeAll());

        Assert.False(blocker.IsCompleted);
        Assert.True(state.WriteAsync(2, 22).IsCompletedSuccessfully);
        release.Set();
        await blocker;

        async Task Block()
        {
            await state.WriteAsync(1, 11);
            release.Wait(TestContext.Current.CancellationToken);
        }
    }
}
