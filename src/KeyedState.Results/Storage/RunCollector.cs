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
    /// <returns>The files that were written, and for each run that was not taken a sentence that says why.</returns>
    /// <exception cref="StoredRunException">The other folder holds no run at all.</exception>
    /// <exception cref="IOException">A run cannot be written.</exception>
    public static (IReadOnlyList<string> Taken, IReadOnlyList<string> Refused) Collect(ResultsFolder from, ResultsFolder into)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(into);
        string[] files = [.. from.Machines.SelectMany(machine => from.SuitesOf(machine).SelectMany(suite => from.RunsOf(machine, suite)))];
        if (files.Length == 0)
        {
            throw new StoredRunException($"{from.Root} holds no stored run: name a results folder, in which runs lie in <machine>/<suite>/runs.");
        }

        List<string> taken = [];
        List<string> refused = [];
        foreach (var file in files)
        {
            try
            {
                if (Take(file, into) is { } path)
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
            : throw new StoredRunException($"{file} is not the run that is stored as {path}: move one of them elsewhere.");
    }
}
