using System.Diagnostics.CodeAnalysis;
using KeyedState.Frameworks;
using KeyedState.Tests.Contract;

namespace KeyedState.Tests.Frameworks;

/// <summary>A request that an engine takes after it was told to stop.</summary>
[SuppressMessage("Reliability", "CA2012", Justification = "How value tasks are consumed is what is tested.")]
public sealed class LateRequestTests
{
    [Fact]
    public async Task ReadAsync_EngineDropsIt_IsRefusedWhenTheEngineHasEnded()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var closing = ValueTask.CompletedTask;
        PooledRequests? requests = null;
        requests = new PooledRequests(_ => closing = requests!.CloseAsync(() => new ValueTask(ended.Task)));

        var read = requests.ReadAsync(1).AsTask();

        Assert.False(read.IsCompleted);
        ended.SetResult();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => read).InTime();
        await closing.AsTask().InTime();
    }

    [Fact]
    public async Task ReadAsync_EngineServesItStill_IsAnswered()
    {
        var map = new Dictionary<int, int> { [1] = 11 };
        PooledRequests? requests = null;
        requests = new PooledRequests(request =>
        {
            _ = requests!.CloseAsync(() => ValueTask.CompletedTask).AsTask();
            request.Apply(map);
            request.Complete();
        });

        Assert.Equal(11, await requests.ReadAsync(1).AsTask().InTime());
    }

    [Fact]
    public async Task WriteAsync_EngineDropsIt_IsRefused()
    {
        PooledRequests? requests = null;
        requests = new PooledRequests(_ => requests!.CloseAsync(() => ValueTask.CompletedTask).AsTask());

        await Assert.ThrowsAsync<ObjectDisposedException>(() => requests.WriteAsync(1, 1).AsTask()).InTime();
    }

    [Fact]
    public async Task RunAsync_EngineThatCannotStop_SaysSoAndHangsNobody()
    {
        var shutdown = new Shutdown();
        var lost = new TaskCompletionSource<int>();

        await Assert.ThrowsAsync<NotSupportedException>(() => shutdown.RunAsync(() => throw new NotSupportedException()).AsTask());

        Assert.Throws<ObjectDisposedException>(shutdown.ThrowIfBegun);
        await shutdown.RunAsync(() => throw new NotSupportedException()).AsTask().InTime();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => shutdown.Watch(new ValueTask<int>(lost.Task)).AsTask()).InTime();
    }

    [Fact]
    public async Task Watch_ReplyThatComesWhileTheEngineStops_IsNotHeldUpUntilItsEnd()
    {
        var (shutdown, ended, reply) = (new Shutdown(), new TaskCompletionSource(), new TaskCompletionSource<int>());
        var stopping = shutdown.RunAsync(() => new ValueTask(ended.Task)).AsTask();
        var watched = shutdown.Watch(new ValueTask<int>(reply.Task)).AsTask();

        reply.SetResult(11);

        Assert.Equal(11, await watched.InTime());
        Assert.False(stopping.IsCompleted);
        ended.SetResult();
        await stopping.InTime();
    }

    [Fact]
    public async Task Watch_UpdateWhoseCodeThrowsWhileTheEngineStops_ThrowsWhatTheCodeThrew()
    {
        var (shutdown, ended) = (new Shutdown(), new TaskCompletionSource());
        var request = new ExclusiveUpdateRequest(1, (_, _) => throw new NotSupportedException(), CancellationToken.None);
        var stopping = shutdown.RunAsync(() => new ValueTask(ended.Task)).AsTask();
        var watched = shutdown.Watch(request).AsTask();

        await request.ServeAsync(new Dictionary<int, int>());

        await Assert.ThrowsAsync<NotSupportedException>(() => watched).InTime();
        ended.SetResult();
        await stopping.InTime();
    }

    [Fact]
    public async Task Watch_UpdateThatTheEngineDrops_IsRefusedWhenTheEngineHasEnded()
    {
        var shutdown = new Shutdown();
        var request = new ExclusiveUpdateRequest(1, (before, _) => new(before), CancellationToken.None);
        await shutdown.RunAsync(() => ValueTask.CompletedTask).AsTask().InTime();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => shutdown.Watch(request).AsTask()).InTime();
    }

    [Fact]
    public async Task ReplyAsync_OrleansCeasesToWait_WaitsForTheCode()
    {
        var code = new TaskCompletionSource<int>();
        var update = new LocalUpdate { Request = new ExclusiveUpdateRequest(1, (_, _) => new(code.Task), CancellationToken.None) };
        var serving = update.Request.ServeAsync(new Dictionary<int, int> { [1] = 7 }).AsTask();

        var reply = update.ReplyAsync(Task.FromException(new TimeoutException()));

        Assert.False(reply.IsCompleted);
        code.SetResult(8);
        Assert.Equal(7, await reply.InTime());
        await serving.InTime();
    }
}
