using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KeyedState.Frameworks;

/// <summary>A silo of Orleans in this process, which has no port and no other silo.</summary>
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
internal sealed class LocalSilo : IAsyncDisposable
{
    private readonly IHost host;

    /// <summary>Starts the silo, which takes some hundred milliseconds.</summary>
    /// <param name="configure">Adds to the silo what its grains need; null if that is nothing.</param>
    public LocalSilo(Action<ISiloBuilder>? configure = null)
    {
        host = new HostBuilder().UseOrleans(silo =>
        {
            Configure(silo);
            configure?.Invoke(silo);
        }).Build();
        host.Start();
        Grains = host.Services.GetRequiredService<IGrainFactory>();
    }

    /// <summary>Where grains are found.</summary>
    public IGrainFactory Grains { get; }

    /// <summary>What the silo is made of.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>Ends the silo, which turns away what waits for its grains.</summary>
    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    private static void Configure(ISiloBuilder silo)
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
