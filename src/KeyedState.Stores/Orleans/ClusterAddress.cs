using Orleans.Configuration;
using StackExchange.Redis;

namespace KeyedState.Stores;

/// <summary>By what the silos of a cluster and their clients find each other. Each cluster has a Garnet to itself, so that all have one name.</summary>
internal static class ClusterAddress
{
    // A machine on which others measure may take its time; the default of five seconds is made for networks.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>How the Garnet is reached.</summary>
    /// <param name="port">Its port on the loopback address.</param>
    public static ConfigurationOptions Of(int port) => new()
    {
        EndPoints = { { "127.0.0.1", port } },
        ConnectTimeout = (int)Patience.TotalMilliseconds,
        SyncTimeout = (int)Patience.TotalMilliseconds,
        AsyncTimeout = (int)Patience.TotalMilliseconds,
    };

    /// <summary>Names the cluster.</summary>
    /// <param name="options">Where.</param>
    public static void Name(ClusterOptions options) => options.ServiceId = options.ClusterId = "keyed-state";
}
