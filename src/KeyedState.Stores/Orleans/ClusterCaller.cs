using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace KeyedState.Stores;

/// <summary>How this process calls the grains of a cluster: as its client, or as one of its silos.</summary>
internal sealed class ClusterCaller : IAsyncDisposable
{
    private readonly OpenCalls calls = new();
    private readonly SiloCluster cluster;
    private readonly bool ownsCluster;
    private readonly IHost host;

    private ClusterCaller(SiloCluster cluster, bool ownsCluster, Func<IHost> start)
    {
        (this.cluster, this.ownsCluster) = (cluster, ownsCluster);
        try
        {
            host = start();
            Grains = host.Services.GetRequiredService<IGrainFactory>();
        }
        catch
        {
            if (ownsCluster)
            {
                cluster.Dispose();
            }

            throw;
        }
    }

    private ClusterCaller(SiloCluster cluster, bool ownsCluster, Action<IClientBuilder>? configure = null)
        : this(cluster, ownsCluster, () => StartClient(cluster.MembershipPort, configure))
    {
    }

    /// <summary>Where grains are found.</summary>
    public IGrainFactory Grains { get; }

    /// <summary>What the client or the silo is made of.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>The cluster's other processes.</summary>
    public IEnumerable<EngineHost> Processes => cluster.Processes;

    /// <summary>What they have had of the processors so far.</summary>
    public TimeSpan ProcessorTime => cluster.ProcessorTime;

    /// <summary>Starts a cluster and a client of it, with which it ends.</summary>
    /// <param name="silos">How many silos.</param>
    /// <exception cref="EngineFailedException">The cluster can't be started.</exception>
    public static ClusterCaller WithClient(int silos) => new(SiloCluster.Start(silos), ownsCluster: true);

    /// <summary>Starts a client of a cluster that others use too.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="configure">Says what is to be otherwise than usual; null for nothing.</param>
    public static ClusterCaller WithClientOf(SiloCluster cluster, Action<IClientBuilder>? configure = null) => new(cluster, ownsCluster: false, configure);

    /// <summary>Starts a cluster of this process and another, both silos.</summary>
    /// <exception cref="EngineFailedException">The cluster can't be started.</exception>
    public static ClusterCaller AsSilo()
    {
        var cluster = SiloCluster.Start(silos: 1);
        return new(cluster, ownsCluster: true, () =>
        {
            var silo = SiloHost.Start(cluster.MembershipPort, cluster.TurnFile, SiloHost.First);
            cluster.AwaitActive(2);
            return silo;
        });
    }

    /// <summary>Makes a call, which is answered before this is disposed of.</summary>
    /// <param name="call">The call.</param>
    /// <exception cref="ObjectDisposedException">It is being disposed of, or was.</exception>
    public async ValueTask<T> CallAsync<T>(Func<ValueTask<T>> call)
    {
        calls.Begin();
        try
        {
            return await call();
        }
        finally
        {
            calls.End();
        }
    }

    /// <inheritdoc cref="CallAsync{T}"/>
    public async ValueTask CallAsync(Func<ValueTask> call)
    {
        calls.Begin();
        try
        {
            await call();
        }
        finally
        {
            calls.End();
        }
    }

    /// <summary>Refuses further calls, and completes once those under way are answered and what this started has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        if (await calls.CloseAsync())
        {
            await host.StopAsync();
            host.Dispose();
            if (ownsCluster)
            {
                await Task.Run(cluster.Dispose);
            }
        }
    }

    private static IHost StartClient(int membershipPort, Action<IClientBuilder>? configure)
    {
        var host = new HostBuilder().UseOrleansClient(client =>
        {
            client.UseRedisClustering(options => options.ConfigurationOptions = ClusterAddress.Of(membershipPort));
            client.UseTransactions();
            client.Configure<ClusterOptions>(ClusterAddress.Name);
            client.Services.AddSingleton<IHostLifetime, NoLifetime>();
            configure?.Invoke(client);
        }).Build();
        host.Start();
        return host;
    }
}
