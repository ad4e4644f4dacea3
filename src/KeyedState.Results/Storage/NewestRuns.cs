namespace KeyedState.Results;

/// <summary>Finds the newest run of each place of a machine.</summary>
public static class NewestRuns
{
    /// <summary>
    /// The newest run of each place, by the time in its name, the newest of all first. Only a run itself says at which distance its
    /// cores were: files are read from the newest backwards as far as the caller asks, and no further once both distances are found.
    /// </summary>
    /// <param name="results">The results folder.</param>
    /// <param name="machine">The machine's folder.</param>
    /// <param name="suite">The suite.</param>
    /// <param name="counts">Which runs count; null for all.</param>
    /// <exception cref="StoredRunException">A file on the way cannot be used, or belongs elsewhere.</exception>
    public static IEnumerable<StoredRun> Of(ResultsFolder results, string machine, string suite, Func<StoredRun, bool>? counts = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        var found = new HashSet<Place>();
        foreach (var path in results.RunsOf(machine, suite).Reverse())
        {
            var run = RunFile.Load(path);
            if (run.Machine.Folder != machine || run.Suite != suite)
            {
                // Its page would be another machine's, and links to it would lead nowhere.
                throw new StoredRunException($"{path} belongs in {run.Machine.Folder}/{run.Suite}: move it there, or delete it.");
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
}
