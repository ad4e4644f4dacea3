using System.Diagnostics;

namespace KeyedState.Stores;

/// <summary>
/// An engine in a process of its own on a port of the loopback address, with a temporary folder to itself, for as long as it is needed. It
/// ends with this process, however that ends, and leaves no process, port or folder behind.
/// </summary>
public sealed class EngineHost : IDisposable
{
    // Nobody waits that long for an engine that ends: it is noticed at once.
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(20);

    // Between two looks; a look costs the engine's cores some microseconds.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    // Another process may take the port before the engine does.
    private const int Tries = 3;

    private readonly EngineCommand command;
    private readonly WatchedFolder watched;
    private readonly Process engine;

    private EngineHost(EngineCommand command, WatchedFolder watched, int port) =>
        (this.command, this.watched, engine, Port) = (command, watched, Process.GetProcessById(watched.EngineId), port);

    /// <summary>The port that it listens on.</summary>
    public int Port { get; }

    /// <summary>The folder that it has to itself.</summary>
    public string Folder => watched.Path;

    /// <summary>The system's number of its process.</summary>
    public int ProcessId => watched.EngineId;

    /// <summary>
    /// What its process has had of the processors so far, in steps of the system's clock, which is 10 ms on Linux; with that of the processes
    /// that it started, where the system tells (<see cref="ProcessFamily.IsKnown"/>).
    /// </summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            if (ProcessFamily.IsKnown)
            {
                return ProcessFamily.ProcessorTimeOf(ProcessId);
            }

            lock (engine)
            {
                engine.Refresh();
                return engine.TotalProcessorTime;
            }
        }
    }

    /// <summary>Starts an engine and waits until it is ready.</summary>
    /// <param name="command">How.</param>
    /// <exception cref="EngineFailedException">It can't be started, ended by itself, or was not ready within a minute.</exception>
    public static EngineHost Start(EngineCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        for (var tries = 1; ; tries++)
        {
            var port = FreePort.Find();
            var watched = WatchedFolder.Create(command.Title, command.LineWith(port), command.Quits, command.OptimisesAtOnce);
            try
            {
                AwaitAnswer(command, command.Answer, port, watched);
                return new(command, watched, port);
            }
            catch (EngineFailedException) when (watched.EngineEnded.IsCompleted && tries < Tries)
            {
                watched.Dispose();
            }
            catch
            {
                watched.Dispose();
                throw;
            }
        }
    }

    /// <summary>
    /// Ends its process, and those that it started, at once and without a warning (SIGKILL), to see what outlives them. Its folder stays until
    /// this is disposed of.
    /// </summary>
    /// <exception cref="EngineFailedException">It did not end.</exception>
    public void Kill()
    {
        lock (engine)
        {
            engine.Kill(entireProcessTree: true);
        }

        // It counts as ended when the last that could print for it has.
        if (!watched.EngineEnded.Wait(EndsWithin))
        {
            throw new EngineFailedException("An engine that was killed did not end.");
        }
    }

    /// <summary>Waits until it answers otherwise than it did when it was ready.</summary>
    /// <param name="answer">How that answer begins.</param>
    /// <exception cref="EngineFailedException">It ended by itself, or did not answer so within a minute.</exception>
    public void AwaitAnswer(string answer) => AwaitAnswer(command, answer, Port, watched);

    /// <summary>Ends it and removes its folder; blocks until both are gone.</summary>
    public void Dispose()
    {
        watched.Dispose();
        engine.Dispose();
    }

    private static void AwaitAnswer(EngineCommand command, string answer, int port, WatchedFolder watched)
    {
        var start = Stopwatch.GetTimestamp();
        while (!ReadyProbe.IsReady(port, command.Question, answer))
        {
            if (watched.EngineEnded.Wait(Pause))
            {
                throw new EngineFailedException($"{command.Title} {watched.EngineEnded.Result ?? "ended with its watcher"}");
            }

            if (Stopwatch.GetElapsedTime(start) > ReadyWithin)
            {
                throw new EngineFailedException(FormattableString.Invariant($"{command.Title} was not ready within {ReadyWithin.TotalSeconds:0} s."));
            }
        }
    }
}
