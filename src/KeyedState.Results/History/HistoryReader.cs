namespace KeyedState.Results;

/// <summary>Reads the runs that a history is of.</summary>
public static class HistoryReader
{
    /// <summary>
    /// Reads the newest runs of a suite, in parallel, since a year of nightly runs is a hundred megabytes. Partial runs and
    /// those whose figures may not be quoted are read and left out.
    /// </summary>
    /// <param name="results">The results folder.</param>
    /// <param name="machine">The machine's folder.</param>
    /// <param name="suite">The suite.</param>
    /// <param name="last">How many of the newest files are read.</param>
    /// <exception cref="StoredRunException">A file cannot be used, of several the oldest; or none of them counts.</exception>
    public static RunHistory Read(ResultsFolder results, string machine, string suite, int last = int.MaxValue)
    {
        var files = results.RunsOf(machine, suite).TakeLast(last).ToArray();
        var read = new (HistoryRun? Run, StoredRunException? Error)[files.Length];
        Parallel.For(0, files.Length, index => read[index] = Read(files[index]));
        if (read.Select(file => file.Error).FirstOrDefault(error => error is not null) is { } first)
        {
            throw first;
        }

        var runs = read.Select(file => file.Run).OfType<HistoryRun>().OrderBy(run => run.Head.Started).ToArray();
        return runs.Length == 0
            ? throw new StoredRunException($"{Path.Combine(results.Root, machine, suite)} holds no complete run whose figures may be quoted: run the headline suite, or name another machine or suite.")
            : RunHistory.Of(runs, files.Length - runs.Length);
    }

    private static (HistoryRun? Run, StoredRunException? Error) Read(string path)
    {
        try
        {
            var run = RunFile.Load(path);
            return (run is { Quotable: true, IsPartial: false, Launches.Count: > 0 } ? HistoryRun.Of(run) : null, null);
        }
        catch (StoredRunException error)
        {
            return (null, error);
        }
    }
}
