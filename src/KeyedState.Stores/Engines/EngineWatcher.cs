using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace KeyedState.Stores;

/// <summary>
/// What runs in the watcher's process: it makes the folder, starts the engine, and ends both as soon as its own input ends. The system
/// closes that input when whoever asked for the engine ends, however that comes about.
/// </summary>
/// <remarks>
/// It says one line once the engine runs: the word started, the engine's number and the folder; and one more if the engine ends by
/// itself: the word ended and the reason. Without a program it keeps a folder only, and the number is 0.
/// </remarks>
/// <param name="input">What it waits on.</param>
/// <param name="output">Where it says how the engine is.</param>
/// <param name="quits">Whether the engine is told to quit before it is killed.</param>
internal sealed class EngineWatcher(TextReader input, TextWriter output, bool quits)
{
    /// <summary>The first word once the engine runs.</summary>
    public const string Started = "started";

    /// <summary>The first word once it has ended by itself, or could not be started.</summary>
    public const string Ended = "ended";

    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Makes a folder, and watches until its input ends or it is told to end; then it removes the folder.</summary>
    /// <param name="line">The program and its arguments; none for a folder only.</param>
    public void Run(IReadOnlyList<string> line)
    {
        using var folder = EngineFolder.Create();
        RunIn(folder.Path, line);
    }

    /// <summary>Watches in a folder that is there already, and stays.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="line">The program and its arguments; none for nothing.</param>
    public void RunIn(string folder, IReadOnlyList<string> line)
    {
        // Ctrl-C reaches every process of the terminal. Whoever asked for the engine decides what is to end.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => context.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            told.TrySetResult();
        });
        var closed = Task.Run(input.ReadToEnd);
        if (line.Count == 0)
        {
            Say($"{Started} 0 {folder}");
            Task.WaitAny(closed, told.Task);
            return;
        }

        Watch(line, folder, closed);
    }

    private void Watch(IReadOnlyList<string> line, string folder, Task closed)
    {
        var said = new LastLines();
        using var engine = Start(line, folder);
        if (engine is null)
        {
            return;
        }

        said.ReadAll(engine);
        Say(string.Create(CultureInfo.InvariantCulture, $"{Started} {engine.Id} {folder}"));
        var ended = engine.WaitForExitAsync();
        if (Task.WaitAny(ended, closed, told.Task) == 0)
        {
            Say(string.Create(CultureInfo.InvariantCulture, $"{Ended} with {engine.ExitCode}: {said}"));
            Task.WaitAny(closed, told.Task);
            return;
        }

        // Its files are for nobody after this, so that it need not take leave of them. It has ended once nobody is left who could print for it,
        // and then nobody writes into its folder.
        if (!quits || !EngineQuit.Ask(engine, () => ended.Wait(EndsWithin)))
        {
            engine.Kill(entireProcessTree: true);
            ended.Wait(EndsWithin);
        }
    }

    private Process? Start(IReadOnlyList<string> line, string folder)
    {
        var start = new ProcessStartInfo(line[0], line.Skip(1).Select(argument => argument.Replace(EngineCommand.Folder, folder, StringComparison.Ordinal)))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            Say($"{Ended} before it began: {failure.Message}");
            return null;
        }
    }

    private void Say(string line)
    {
        try
        {
            output.WriteLine(line.ReplaceLineEndings(" "));
            output.Flush();
        }
        catch (IOException)
        {
            // Nobody listens any more, and the input has ended with that.
        }
    }
}
