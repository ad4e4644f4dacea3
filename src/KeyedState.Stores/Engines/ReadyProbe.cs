using System.Net;
using System.Net.Sockets;

namespace KeyedState.Stores;

/// <summary>Asks an engine whether it is ready.</summary>
internal static class ReadyProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Connects, asks, and reads the answer.</summary>
    /// <param name="port">The engine's port on the loopback address.</param>
    /// <param name="question">What it is asked, in ASCII.</param>
    /// <param name="answer">How the answer begins.</param>
    /// <returns>False where nobody listens, or the answer is another or is not there within a second.</returns>
    public static bool IsReady(int port, string question, string answer)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            ReceiveTimeout = (int)Patience.TotalMilliseconds,
            SendTimeout = (int)Patience.TotalMilliseconds,
        };
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            socket.Send(System.Text.Encoding.ASCII.GetBytes(question));
            var received = new byte[answer.Length];
            for (var length = 0; length < received.Length;)
            {
                var more = socket.Receive(received.AsSpan(length));
                if (more == 0)
                {
                    return false;
                }

                length += more;
            }

            return System.Text.Encoding.ASCII.GetString(received) == answer;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
