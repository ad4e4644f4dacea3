using System.Net;
using System.Net.Sockets;

namespace KeyedState.Stores;

/// <summary>What it costs at least to ask another process: some bytes to a server over a loopback socket, and the same bytes back.</summary>
/// <remarks>
/// All callers share the connection, as they do with the clients of real engines: whoever finds that nobody sends does, and takes along what
/// is asked meanwhile. A thread of its own waits for answers, since each hop over the thread pool would cost some microseconds. Nothing is parsed
/// and nothing is kept.
/// </remarks>
[State(
    Title = "Echo over a loopback socket",
    Family = StateFamily.Limit,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    HowItWorks = "32 bytes to a server in another process and back, over one connection that all callers share; the server does nothing else")]
public sealed class LoopbackEchoState : IKeyedState, IEngineState
{
    // About what a command for one key takes.
    private const int Length = 32;
    private const int BufferSize = 64 * 1024;

    private readonly Lock gate = new();
    private readonly Queue<TaskCompletionSource<int>> waiting = new();
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] outgoing = new byte[BufferSize];
    private readonly Thread receiving;
    private int unsent;
    private bool isSending;
    private bool isDisposed;

    /// <summary>Starts a server and connects to it.</summary>
    /// <exception cref="EngineFailedException">It can't be started.</exception>
    public LoopbackEchoState()
    {
        Engine = EngineHost.Start(EchoServer.Command);
        socket.Connect(IPAddress.Loopback, Engine.Port);
        receiving = new Thread(Receive) { IsBackground = true, Name = "echo receiver" };
        receiving.Start();
    }

    /// <inheritdoc/>
    public EngineHost? Engine { get; }

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => new(AskAsync());

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value) => new(AskAsync());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            isDisposed = true;
        }

        await Task.Run(End);
    }

    private void End()
    {
        try
        {
            // Disposal alone leaves a thread that waits in the socket where it is.
            socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // The server has ended before, or this was called before.
        }

        receiving.Join();
        socket.Dispose();
        Engine!.Dispose();
    }

    private Task<int> AskAsync()
    {
        var answer = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            waiting.Enqueue(answer);
            unsent++;
            if (isSending)
            {
                return answer.Task;
            }

            isSending = true;
        }

        Send();
        return answer.Task;
    }

    private void Send()
    {
        while (true)
        {
            int length;
            lock (gate)
            {
                length = Math.Min(unsent, BufferSize / Length);
                unsent -= length;
                if (length == 0)
                {
                    isSending = false;
                    return;
                }
            }

            try
            {
                for (var sent = 0; sent < length * Length;)
                {
                    sent += socket.Send(outgoing.AsSpan(sent, (length * Length) - sent), SocketFlags.None);
                }
            }
            catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
            {
                // The receiver sees it too, and tells those that wait.
                return;
            }
        }
    }

    private void Receive()
    {
        var bytes = new byte[BufferSize];
        var rest = 0;
        try
        {
            int length;
            while ((length = socket.Receive(bytes, SocketFlags.None)) > 0)
            {
                rest += length;
                Answer(rest / Length);
                rest %= Length;
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // Closed, by this state or by a server that has ended.
        }

        lock (gate)
        {
            isDisposed = true;
            while (waiting.TryDequeue(out var answer))
            {
                answer.SetException(new ObjectDisposedException("The connection has ended."));
            }
        }
    }

    private void Answer(int count)
    {
        for (var i = 0; i < count; i++)
        {
            TaskCompletionSource<int> answer;
            lock (gate)
            {
                answer = waiting.Dequeue();
            }

            answer.SetResult(0);
        }
    }
}
