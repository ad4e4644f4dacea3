using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace KeyedState.Stores;

/// <summary>
/// A folder, and the engine in it where there is one, that a watcher's process removes when this process ends, however it ends. While a
/// <see cref="KeptFolder"/> is in use it is that one, and only the engine goes.
/// </summary>
internal sealed class WatchedFolder : IDisposable
{
    // A runtime that is started while others measure takes seconds.
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(20);

    // What sets this process's runtime for a measurement is not meant for an engine, which runs as its users run it.
    private static readonly string[] RuntimeSettings = ["DOTNET_Tiered", "DOTNET_TC_", "DOTNET_ReadyToRun", "DOTNET_HillClimbing", "DOTNET_gc", "DOTNET_GC"];

    private readonly Process watcher;
    private readonly bool isKept;
    private readonly bool quits;
    private int disposed;

    private WatchedFolder(Process watcher, int engine, string path, bool isKept, bool quits) =>
        (this.watcher, EngineId, Path, this.isKept, this.quits) = (watcher, engine, path, isKept, quits);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The system's number of the engine's process; 0 without an engine.</summary>
    public int EngineId { get; }

    /// <summary>Completes when the engine has ended by itself, with how; or with null when the watcher has.</summary>
    public Task<string?> EngineEnded { get; private init; } = Task.FromResult<string?>(null);

    /// <summary>Makes an empty folder.</summary>
    /// <param name="title">What it is for, in messages.</param>
    /// <exception cref="EngineFailedException">The watcher can't be started.</exception>
    public static WatchedFolder Create(string title) => Create(title, [], quits: false);

    /// <summary>Makes an empty folder, and starts an engine in it.</summary>
    /// <param name="title">What it is for, in messages.</param>
    /// <param name="line">The engine's program and its arguments; none for a folder only.</param>
    /// <param name="quits">Whether the engine is told to quit before it is killed.</param>
    /// <param name="optimisesAtOnce">Whether the engine's code is optimised when it is first compiled.</param>
    /// <exception cref="EngineFailedException">The watcher or the engine can't be started.</exception>
    public static WatchedFolder Create(string title, IEnumerable<string> line, bool quits, bool optimisesAtOnce = false)
    {
        var kept = KeptFolder.InUse;
        var watch = kept is null ? [Program.Watch, .. line] : (string[])[Program.WatchIn, kept, .. line];
        var watcher = StartWatcher(title, quits ? [Program.Quitting, .. watch] : watch, optimisesAtOnce);
        var first = watcher.StandardOutput.ReadLineAsync();
        var said = first.Wait(StartsWithin) ? first.Result : null;
        if (said?.Split(' ', 3) is not [EngineWatcher.Started, var number, var folder])
        {
            Kill(watcher);
            watcher.Dispose();
            throw new EngineFailedException($"{title} could not be started: {said ?? "its watcher said nothing"}.");
        }

        return new(watcher, int.Parse(number, CultureInfo.InvariantCulture), folder, isKept: kept is not null, quits) { EngineEnded = watcher.StandardOutput.ReadLineAsync() };
    }

    /// <summary>Ends the engine and removes the folder; blocks until both are gone.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
        {
            return;
        }

        try
        {
            watcher.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended, and somebody else must do what it was for.
        }

        if (!watcher.WaitForExit(EndsWithin) || watcher.ExitCode != 0)
        {
            Kill(watcher);
            KillEngine();
            if (!isKept)
            {
                EngineFolder.Remove(Path);
            }
        }

        watcher.Dispose();
    }

    private static Process StartWatcher(string title, IEnumerable<string> arguments, bool optimisesAtOnce)
    {
        var start = new ProcessStartInfo(EngineCommand.Host, [EngineCommand.ThisProgram, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => RuntimeSettings.Any(setting => name.StartsWith(setting, StringComparison.OrdinalIgnoreCase))).ToArray())
        {
            start.Environment.Remove(name);
        }

        if (optimisesAtOnce)
        {
            start.Environment["DOTNET_TieredCompilation"] = "0";
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw new EngineFailedException($"The watcher of {title} could not be started: {failure.Message}", failure);
        }
    }

    private void KillEngine()
    {
        try
        {
            using var engine = Process.GetProcessById(EngineId);
            if (!quits || !EngineQuit.Ask(engine, engine.WaitForExit))
            {
                Kill(engine);
            }
        }
        catch (ArgumentException)
        {
            // It has ended, or there is none.
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(EndsWithin);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }
}
