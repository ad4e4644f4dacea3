using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace KeyedState.Stores;

/// <summary>Starts a silo in this process as a member of a cluster on this machine. Nothing is logged, and no filter or trace stands between.</summary>
internal static class SiloHost
{
    /// <summary>The name that comes before those of silos in other processes.</summary>
    public const string First = "A";

    /// <summary>Starts it; it is active when this returns.</summary>
    /// <param name="membershipPort">The port of the Garnet that holds the membership.</param>
    /// <param name="turnFile">The file that whoever joins the cluster holds.</param>
    /// <param name="name">The silo's name.</param>
    public static IHost Start(int membershipPort, string turnFile, string name)
    {
        var host = new HostBuilder().UseOrleans(silo =>
        {
            silo.UseRedisClustering(options => options.ConfigurationOptions = ClusterAddress.Of(membershipPort));
            silo.AddRedisGrainStorageAsDefault(options => options.ConfigurationOptions = ClusterAddress.Of(membershipPort));
            silo.UseTransactions();
            silo.Configure<ClusterOptions>(ClusterAddress.Name);
            silo.ConfigureEndpoints(IPAddress.Loopback, siloPort: FreePort.Find(), gatewayPort: FreePort.Find());
            silo.Configure<SiloOptions>(options => options.SiloName = name);
            silo.AddPlacementDirector<SpreadPlacement, SpreadPlacementDirector>();
            silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(_ => new JoiningTurn(turnFile));
            silo.Services.AddSingleton<IHostLifetime, NoLifetime>();
        }).Build();
        host.Start();
        return host;
    }
}
