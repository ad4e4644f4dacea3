namespace KeyedState.Results;

/// <summary>Finds the newest run of each place of a machine.</summary>
public static class NewestRuns
{
    /// <summary>How many files are read at most: a year of nights would take longer than all pages.</summary>
    public const int MostRead = 60;

    /// <summary>
    /// The newest run of each place, by the time in its name, the newest of all first. Only a run itself says at which distance its
    /// cores were: files are read from the newest backwards as far as the caller asks, and no further once both distances are found or
    /// <see cref="MostRead"/> are read. Of older files, those that cannot be used are passed over.
    /// </summary>
    /// <param name="results">The results folder.</param>
    /// <param name="machine">The machine's folder.</param>
    /// <param name="suite">The suite.</param>
    /// <param name="counts">Which runs count; null for all.</param>
    /// <exception cref="StoredRunException">The newest file cannot be used, or belongs elsewhere.</exception>
    public static IEnumerable<StoredRun> Of(ResultsFolder results, string machine, string suite, Func<StoredRun, bool>? counts = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        var found = new HashSet<Place>();
        foreach (var (age, path) in results.RunsOf(machine, suite).Reverse().Take(MostRead).Index())
        {
            if (Load(path, machine, suite, isNewest: age == 0) is not { } run)
            {
                continue;
            }

            if (counts?.Invoke(run) != false && found.Add(Place.Of(run)))
            {
                yield return run;
            }

            if (CoreDistance.All.All(distance => found.Contains(new(machine, distance))))
            {
                yield break;
            }
        }
    }

    private static StoredRun? Load(string path, string machine, string suite, bool isNewest)
    {
        try
        {
            var run = RunFile.Load(path);

            // Its page would be another machine's, and links to it would lead nowhere.
            return run.Machine.Folder == machine && run.Suite == suite
                ? run
                : throw new StoredRunException($"{path} belongs in {run.Machine.Folder}/{run.Suite}: move it there, or delete it.");
        }
        catch (StoredRunException) when (!isNewest)
        {
            // An old run must not keep a new one from having its page.
            return null;
        }
    }
}
