namespace KeyedState.Results;

/// <summary>Takes stored runs over from a results folder that somebody else filled.</summary>
public static class RunCollector
{
    /// <summary>
    /// Stores every run of another results folder that can be used. What is stored is written anew from what was understood, and
    /// its machine, suite and start name the file: neither a name nor a byte of the other folder is copied. Other files are passed
    /// over. A run that is stored already stays as it is.
    /// </summary>
    /// <param name="from">The other folder.</param>
    /// <param name="into">The folder that gets the runs.</param>
    /// <param name="seriesSuites">The names of the suites of series.</param>
    /// <returns>The files that were written, and for each run that was not taken a sentence that says why.</returns>
    /// <exception cref="StoredRunException">The other folder holds no run at all.</exception>
    /// <exception cref="IOException">A run cannot be written.</exception>
    public static (IReadOnlyList<string> Taken, IReadOnlyList<string> Refused) Collect(ResultsFolder from, ResultsFolder into, IReadOnlyList<string> seriesSuites)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(seriesSuites);
        (string File, Func<string, ResultsFolder, string?> Take)[] found =
        [
            .. from machine in @from.Machines
               from suite in @from.SuitesOf(machine)
               from file in @from.RunsOf(machine, suite)
               select (file, (Func<string, ResultsFolder, string?>)Take),
            .. from suite in seriesSuites
               from folder in SuiteFolder.All(@from, suite)
               from file in folder.RunPaths
               select (file, Of(suite, path => SeriesFile.Load(path, suite))),
            .. from folder in SuiteFolder.All(@from, LatencyFile.Suite)
               from file in folder.RunPaths
               select (file, Of(LatencyFile.Suite, LatencyFile.Load)),
            .. from folder in SuiteFolder.All(@from, StoresFile.Suite)
               from file in folder.RunPaths
               select (file, Of(StoresFile.Suite, StoresFile.Load)),
            .. from machine in @from.Machines
               from file in KillsFile.Paths(@from, machine)
               select (file, (Func<string, ResultsFolder, string?>)TakeKills),
            .. from machine in @from.Machines
               where File.Exists(SilosFile.PathOf(@from, machine))
               select (SilosFile.PathOf(@from, machine), (Func<string, ResultsFolder, string?>)TakeSilos),
        ];
        if (found.Length == 0)
        {
            throw new StoredRunException($"{from.Root} holds no stored run: name a results folder, in which runs lie in <machine>/<suite>/runs or <machine>/<suite>/measured.");
        }

        List<string> taken = [];
        List<string> refused = [];
        foreach (var (file, take) in found)
        {
            try
            {
                if (take(file, into) is { } path)
                {
                    taken.Add(path);
                }
            }
            catch (StoredRunException unusable)
            {
                refused.Add(unusable.Message);
            }
        }

        return (taken, refused);
    }

    private static Func<string, ResultsFolder, string?> Of<TRun>(string suite, Func<string, TRun> load)
        where TRun : class, ISuiteRun => (file, into) =>
    {
        var run = load(file);
        var path = SuiteFolder.Of(into, run.Machine, suite).PathOf(run.Started);
        if (!Path.Exists(path))
        {
            SuiteFile.Save(run, path);
            return path;
        }

        return SuiteFile.TextOf(load(path)) == SuiteFile.TextOf(run) ? null : throw NotTheSame(file, path);
    };

    private static string? TakeKills(string file, ResultsFolder into)
    {
        var run = KillsFile.Load(file);
        var path = KillsFile.PathOf(into, run.Machine.Folder, run.Started);
        if (!Path.Exists(path))
        {
            KillsFile.Save(run, path);
            return path;
        }

        return SuiteFile.TextOf(KillsFile.Load(path)) == SuiteFile.TextOf(run) ? null : throw NotTheSame(file, path);
    }

    // A machine has one such file, and the newer trials count.
    private static string? TakeSilos(string file, ResultsFolder into)
    {
        var run = SilosFile.Load(file);
        if (SilosFile.Find(into, run.Machine.Folder) is { } stored && stored.Started >= run.Started)
        {
            return null;
        }

        var path = SilosFile.PathOf(into, run.Machine.Folder);
        SilosFile.Save(run, path);
        return path;
    }

    private static StoredRunException NotTheSame(string file, string stored) => new($"{file} is not the run that is stored as {stored}: move one of them elsewhere.");

    /// <returns>The file that was written; null where the run was there already.</returns>
    private static string? Take(string file, ResultsFolder into)
    {
        var run = RunFile.Load(file);
        var path = into.NewRunPath(run);
        if (!Path.Exists(path))
        {
            RunFile.Save(run, path);
            return path;
        }

        return RunFile.TextOf(RunFile.Load(path)) == RunFile.TextOf(run)
            ? null
            : throw NotTheSame(file, path);
    }
}
