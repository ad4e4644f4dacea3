using System.Net;
using System.Net.Sockets;

namespace KeyedState.Stores;

/// <summary>A server that sends back what it receives and does nothing else: what it costs at least to leave the process.</summary>
internal static class EchoServer
{
    private const int BufferSize = 64 * 1024;

    /// <summary>How it is started.</summary>
    public static EngineCommand Command { get; } = EngineCommand.OfThisProgram("The echo server", Program.Echo, "PING", EngineCommand.Port);

    /// <summary>Serves until the input ends.</summary>
    /// <param name="port">The port on the loopback address.</param>
    /// <param name="input">The input.</param>
    public static void Run(int port, TextReader input)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        Start("echo listener", () => Accept(listener));
        input.ReadToEnd();
    }

    private static void Accept(TcpListener listener)
    {
        while (true)
        {
            var socket = listener.AcceptSocket();
            Start("echo connection", () => Serve(socket));
        }
    }

    // A thread that waits in its socket answers sooner than one of the pool, which must be found first.
    private static void Serve(Socket socket)
    {
        using var open = socket;
        socket.NoDelay = true;
        var buffer = new byte[BufferSize];
        try
        {
            int length;
            while ((length = socket.Receive(buffer, SocketFlags.None)) > 0)
            {
                for (var sent = 0; sent < length;)
                {
                    sent += socket.Send(buffer.AsSpan(sent, length - sent), SocketFlags.None);
                }
            }
        }
        catch (SocketException)
        {
            // Whoever was served has gone.
        }
    }

    private static void Start(string name, Action work) => new Thread(() => work()) { IsBackground = true, Name = name }.Start();
}
