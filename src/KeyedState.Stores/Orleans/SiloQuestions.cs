using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KeyedState.Stores;

/// <summary>Answers whoever asks a silo by a line on a port of its own how many active silos it knows of, itself included.</summary>
internal sealed class SiloQuestions : IDisposable
{
    /// <summary>How each answer begins.</summary>
    public const string Active = "+ACTIVE ";

    private readonly TcpListener listener;
    private readonly ISiloStatusOracle members;

    /// <summary>Begins to answer.</summary>
    /// <param name="port">The port on the loopback address.</param>
    /// <param name="members">What the silo knows of its cluster.</param>
    /// <exception cref="SocketException">Another process has the port.</exception>
    public SiloQuestions(int port, ISiloStatusOracle members)
    {
        this.members = members;
        listener = new(IPAddress.Loopback, port);
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The answer of a silo that knows of so many.</summary>
    /// <param name="silos">How many.</param>
    public static string AnswerOf(int silos) => string.Create(CultureInfo.InvariantCulture, $"{Active}{silos}\r\n");

    /// <summary>Ceases to answer.</summary>
    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            _ = AnswerAsync(await listener.AcceptSocketAsync());
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        using var open = socket;
        try
        {
            // There is one question, so that it need not be read beyond its first byte.
            if (await socket.ReceiveAsync(new byte[16], SocketFlags.None) > 0)
            {
                var active = members.GetApproximateSiloStatuses(onlyActive: true).Count;
                await socket.SendAsync(Encoding.ASCII.GetBytes(AnswerOf(active)), SocketFlags.None);
            }
        }
        catch (SocketException)
        {
            // Whoever asked has gone.
        }
    }
}
