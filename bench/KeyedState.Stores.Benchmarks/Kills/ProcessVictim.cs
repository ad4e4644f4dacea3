using System.Diagnostics;
using System.Globalization;
using KeyedState.Verification;

namespace KeyedState.Stores.Benchmarks.Kills;

/// <summary>A state without an engine: it is in this program once more, with its writers, who report each acknowledgement before they go on; that process is killed.</summary>
internal sealed class ProcessVictim : IVictim
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly int[] acknowledged = new int[KillLoad.Writers];
    private readonly TaskCompletionSource allAnswered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task reports;

    /// <summary>Starts it.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="folder">The folder that is kept.</param>
    public ProcessVictim(string state, string folder)
    {
        process = StoreProcess.Start(new Dictionary<string, string>(), [StoreProcess.Write, state, folder]);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        reports = Task.Factory.StartNew(ReadReports, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>What the process does: it writes until it is killed.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="folder">The folder that is kept.</param>
    /// <param name="output">Where acknowledgements are reported: the key, on a line.</param>
    /// <returns>The exit code, where the writers failed by themselves.</returns>
    public static int Run(string state, string folder, TextWriter output)
    {
        var load = new KillLoad(KeptFolder.MakeIn(folder, StoreCatalogue.Find(state).Create), key => output.WriteLine(key.ToString(CultureInfo.InvariantCulture)));
        Console.Error.WriteLine(load.Ends.Result[0].Message);
        return 1;
    }

    /// <inheritdoc/>
    public bool AwaitFirstAnswers(TimeSpan patience) => Task.WaitAny([reports, allAnswered.Task], patience) >= 0 && allAnswered.Task.IsCompleted;

    /// <inheritdoc/>
    public IReadOnlyList<KeyWrites> Kill()
    {
        if (reports.IsCompleted)
        {
            throw new KillFailedException("The writers failed before the kill.");
        }

        process.Kill();
        if (!reports.Wait(Patience))
        {
            throw new KillFailedException("A process that was killed did not end.");
        }

        // A writer has one change under way at most, and nobody knows whether it had begun.
        return [.. acknowledged.Select((count, key) => new KeyWrites(key, count + 1, count))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Kill();
        process.WaitForExit(Patience);
        process.Dispose();
    }

    private void ReadReports()
    {
        var unanswered = KillLoad.Writers;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (++acknowledged[int.Parse(line, CultureInfo.InvariantCulture)] == 1 && --unanswered == 0)
            {
                allAnswered.SetResult();
            }
        }
    }
}
