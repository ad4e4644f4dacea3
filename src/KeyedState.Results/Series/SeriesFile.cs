namespace KeyedState.Results;

/// <summary>A run of a suite of series as a file.</summary>
public static class SeriesFile
{
    /// <summary>Writes a run whole or not at all.</summary>
    /// <param name="run">The run.</param>
    /// <param name="path">The file, which is replaced when it exists.</param>
    public static void Save(StoredSeriesRun run, string path) => SuiteFile.Save(run, path);

    /// <summary>Reads a run and checks that it can be what a run measured.</summary>
    /// <param name="path">The file.</param>
    /// <param name="suite">The name of the suite that it is to be of.</param>
    /// <exception cref="StoredRunException">The file is missing, damaged, of another version than this code reads or of another suite, or says what cannot be.</exception>
    public static StoredSeriesRun Load(string path, string suite) => SuiteFile.Load<StoredSeriesRun>(path, suite, run => SeriesCheck.FirstProblem(run, suite));
}
