using System.Net;
using System.Net.Sockets;

namespace KeyedState.Stores;

/// <summary>Finds a port that nobody listens on.</summary>
internal static class FreePort
{
    /// <summary>A port of the loopback address. Another process may take it before it is used; whoever uses it must be ready for that.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
