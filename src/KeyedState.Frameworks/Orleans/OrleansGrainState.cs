using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KeyedState.Frameworks;

/// <summary>A grain of Orleans in a silo of its own in this process, which has no port and no other silo.</summary>
/// <remarks>
/// <para>
/// The silo's own client asks, as the code of a service beside its grains does; no message leaves the process or is
/// serialised. Nothing is logged, and no filter or trace stands between.
/// </para>
/// <para>
/// An ended silo leaves some time-outs that nobody waits for any more, each of which runs out within five seconds and does
/// nothing, and once for the process a timer that tidies a cache every ten minutes. Orleans has no way to end them.
/// </para>
/// </remarks>
[State(
    Title = "Orleans grain",
    Family = StateFamily.Actor,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Microsoft.Orleans.Server",
    FullSuiteOnly = true,
    HowItWorks = "An Orleans grain, in a silo in the same process, is called through its reference")]
[ExclusiveUpdate(Reads = DuringUpdate.Waits, OtherKeys = DuringUpdate.Waits, SameKeyWithin = UpdateWithin.Deadlocks)]
public sealed class OrleansGrainState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot, IExclusiveUpdate
{
    private readonly Shutdown shutdown = new();
    private readonly IHost host;
    private readonly IKeyedStateGrain grain;

    /// <summary>Starts the silo and the grain, which takes some hundred milliseconds.</summary>
    public OrleansGrainState()
    {
        host = new HostBuilder().UseOrleans(ConfigureSilo).Build();
        host.Start();
        grain = host.Services.GetRequiredService<IGrainFactory>().GetGrain<IKeyedStateGrain>(0);

        // So that the grain is there: what is sent while it is being made need not come to it in order.
        AskAndForget().GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        shutdown.ThrowIfBegun();
        var reply = grain.ReadAsync(key);
        return shutdown.Watch(reply);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        shutdown.ThrowIfBegun();
        var reply = grain.WriteAsync(key, value);
        return shutdown.Watch(reply);
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount)
    {
        shutdown.ThrowIfBegun();
        var reply = grain.AddAsync(key, amount);
        return shutdown.Watch(reply);
    }

    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        shutdown.ThrowIfBegun();
        var reply = ResultOf(grain.TransferAsync(source, target, amount));
        return shutdown.Watch(reply);
    }

    /// <inheritdoc/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values[..keys.Length];
        shutdown.ThrowIfBegun();
        var reply = CopyAsync(grain.SnapshotAsync(keys.ToArray()), places);
        return shutdown.Watch(reply);
    }

    /// <inheritdoc/>
    public ValueTask<int> UpdateAsync(int key, Func<int, CancellationToken, ValueTask<int>> update, CancellationToken cancellationToken = default)
    {
        shutdown.ThrowIfBegun();
        var request = new ExclusiveUpdateRequest(key, update, cancellationToken);
        var reply = RunAsync(request);
        return shutdown.Watch(reply);
    }

    /// <summary>Refuses further operations, and completes once everything that came before is answered and the silo has ended.</summary>
    public ValueTask DisposeAsync() => shutdown.RunAsync(async () =>
    {
        // A stopping silo turns away what waits for its grains; a grain answers in order, so after this nothing waits.
        await AskAndForget();
        await host.StopAsync();
        host.Dispose();
    });

    private static async ValueTask<TransferResult> ResultOf(ValueTask<(int SourceBefore, int TargetBefore, bool Moved)> reply)
    {
        var (sourceBefore, targetBefore, moved) = await reply;
        return new(sourceBefore, targetBefore, moved);
    }

    private static async ValueTask CopyAsync(ValueTask<int[]> reply, Memory<int> values) => (await reply).CopyTo(values);

    private async ValueTask<int> RunAsync(ExclusiveUpdateRequest request)
    {
        var served = grain.UpdateAsync(new LocalUpdate { Request = request }).AsTask();

        // A withdrawn request is answered before the grain comes to it; one that the silo turns away, never.
        await Task.WhenAny(request.Reply, served);
        if (!request.Reply.IsCompleted)
        {
            await served;
        }

        return await request.Reply;
    }

    private async Task AskAndForget() => await grain.ReadAsync(0);

    private static void ConfigureSilo(ISiloBuilder silo)
    {
        silo.UseLocalhostClustering(gatewayPort: 0);
        silo.Services.AddSingleton<IHostLifetime, NoLifetime>();
        foreach (var factory in silo.Services.Where(service => service.ServiceType == typeof(IConnectionListenerFactory)).ToArray())
        {
            silo.Services.Remove(factory);
            silo.Services.AddKeyedSingleton<IConnectionListenerFactory>(factory.ServiceKey, new NoConnections());
        }
    }
}
