namespace KeyedState.Results;

/// <summary>A run of the stores suite as a file.</summary>
public static class StoresFile
{
    /// <summary>The name of the suite, and of its folders.</summary>
    public const string Suite = "stores";

    /// <summary>Writes a run whole or not at all.</summary>
    /// <param name="run">The run.</param>
    /// <param name="path">The file, which is replaced when it exists.</param>
    public static void Save(StoredStoresRun run, string path) => SuiteFile.Save(run, path);

    /// <summary>Reads a run and checks that it can be what a run measured.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StoredRunException">The file is missing, damaged, of another version than this code reads, or says what cannot be.</exception>
    public static StoredStoresRun Load(string path) => SuiteFile.Load<StoredStoresRun>(path, Suite, StoresCheck.FirstProblem);
}
