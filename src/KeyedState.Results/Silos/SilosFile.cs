namespace KeyedState.Results;

/// <summary>The trials with silos of a machine as a file, beside the runs of the stores suite. New ones take the place of the old.</summary>
public static class SilosFile
{
    private const string Name = "silos.json";

    /// <summary>Writes them whole or not at all.</summary>
    /// <param name="run">The run.</param>
    /// <param name="path">The file, which is replaced when it exists.</param>
    public static void Save(StoredSilosRun run, string path) => SuiteFile.Save(run, path);

    /// <summary>Reads them and checks that they can be what trials found.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StoredRunException">The file is missing, damaged, of another version than this code reads, or says what cannot be.</exception>
    public static StoredSilosRun Load(string path) => SuiteFile.Load<StoredSilosRun>(path, StoresFile.Suite, SilosCheck.FirstProblem);

    /// <summary>Where those of a machine belong.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="machine">The name of the machine's folder.</param>
    public static string PathOf(ResultsFolder results, string machine)
    {
        ArgumentNullException.ThrowIfNull(results);
        return Path.Combine(results.Root, machine, StoresFile.Suite, Name);
    }

    /// <summary>Those of a machine.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="machine">The name of the machine's folder.</param>
    /// <returns>Null where there are none.</returns>
    /// <exception cref="StoredRunException">They can't be used.</exception>
    public static StoredSilosRun? Find(ResultsFolder results, string machine) =>
        PathOf(results, machine) is var path && File.Exists(path) ? Load(path) : null;
}
