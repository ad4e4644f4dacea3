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
}
