using System.Runtime.InteropServices;
using KeyedState.Benchmarks.Environments;

namespace KeyedState.Benchmarks.Suites;

/// <summary>
/// Ends a run that somebody breaks off with Ctrl-C, or the system with SIGTERM or, when the terminal is closed, SIGHUP: no further launch starts, the one that runs is
/// ended by BenchmarkDotNet as the program exits, what is being stored is stored whole, and the launches' notes are removed.
/// </summary>
internal sealed class Interruption : IDisposable
{
    // What shells expect: 128 and the number of the signal.
    private const int HungUp = 129;
    private const int Interrupted = 130;
    private const int Terminated = 143;

    private static readonly TimeSpan LaunchEnds = TimeSpan.FromSeconds(3);

    private readonly TextWriter error;
    private readonly ManualResetEventSlim held = new();
    private readonly Lock storing = new();
    private readonly PosixSignalRegistration termination;
    private readonly PosixSignalRegistration hangUp;
    private volatile bool requested;
    private volatile bool launched;
    private volatile string? storedAt;
    private volatile TemporaryFolder? notes;

    /// <summary>Waits for signals from now on.</summary>
    /// <param name="error">Where the one line goes.</param>
    public Interruption(TextWriter error)
    {
        this.error = error;
        Console.CancelKeyPress += OnCancelKey;
        termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = RequestOrGoOn(Terminated));
        hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => context.Cancel = RequestOrGoOn(HungUp));
    }

    /// <summary>What is to be removed, and what to tell of the run.</summary>
    /// <param name="runFile">Where the run is stored, launch by launch.</param>
    /// <param name="noteFolder">The launches' notes.</param>
    public void Follow(string runFile, TemporaryFolder noteFolder) => (storedAt, notes) = (runFile, noteFolder);

    /// <summary>What to tell of the run, where launches leave no notes.</summary>
    /// <param name="runFile">Where the run is stored, launch by launch.</param>
    public void Follow(string runFile) => storedAt = runFile;

    /// <summary>Does something that must not be cut in two.</summary>
    public void Store(Action store)
    {
        Pass();
        lock (storing)
        {
            store();
        }
    }

    /// <summary>
    /// Returns at once; never once the run is broken off. BenchmarkDotNet takes a launch that was ended for one that failed and
    /// starts the next, so its thread is held here until the program is gone.
    /// </summary>
    public void Pass()
    {
        launched |= notes is not null;
        if (requested)
        {
            held.Set();
            Thread.Sleep(Timeout.Infinite);
        }
    }

    public void Dispose()
    {
        Console.CancelKeyPress -= OnCancelKey;
        termination.Dispose();
        hangUp.Dispose();
        held.Dispose();
    }

    /// <summary>Removes a folder, as far as that can be done at all.</summary>
    public static void Remove(string folder)
    {
        // A launch that is just being ended may leave a note meanwhile, and then the folder is not empty.
        for (var tries = 0; tries < 20 && Directory.Exists(folder); tries++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // What is left of it harms nobody, and the run is stored: worth some tries and no more.
                Thread.Sleep(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    // Who presses it twice does not want to wait: the system then ends the program at once, and what is stored is whole at any moment.
    private void OnCancelKey(object? sender, ConsoleCancelEventArgs key) => key.Cancel = Request(Interrupted);

    // A terminal that is closed sends its signal twice, by itself and by the shell.
    private bool RequestOrGoOn(int code)
    {
        Request(code);
        return true;
    }

    /// <returns>Whether this is the first time.</returns>
    private bool Request(int code)
    {
        if (requested)
        {
            return false;
        }

        requested = true;

        // On a thread of its own, so that BenchmarkDotNet hears of the same signal before the program exits.
        new Thread(() => End(code)) { IsBackground = true }.Start();
        return true;
    }

    private void End(int code)
    {
        // On Ctrl-C BenchmarkDotNet ends its launch at once, and would try again, with a complaint, when the program exits meanwhile. A
        // terminal that is closed ends the launch too.
        if (code != Terminated && launched)
        {
            held.Wait(LaunchEnds);
        }

        lock (storing)
        {
            if (!Console.IsErrorRedirected)
            {
                // A terminal stands in the middle of a line, behind the progress or what it shows of the key.
                error.WriteLine();
            }

            error.WriteLine(storedAt is { } path
                ? $"Interrupted. What was measured so far is in {Path.GetRelativePath(Environment.CurrentDirectory, path)}; the report command makes a page of it."
                : "Interrupted before anything was measured.");
            AppDomain.CurrentDomain.ProcessExit += (_, _) => RemoveNotes();
            Environment.Exit(code);
        }
    }

    private void RemoveNotes()
    {
        if (notes is { } folder)
        {
            Remove(folder.Path);
            folder.Dispose();
        }
    }
}
