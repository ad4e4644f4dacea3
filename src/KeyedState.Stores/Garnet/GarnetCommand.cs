namespace KeyedState.Stores;

/// <summary>How a Garnet server is started. Its tables are small, so that a start takes no seconds; they hold some million keys.</summary>
internal static class GarnetCommand
{
    /// <summary>With nothing on the disk.</summary>
    public static EngineCommand InMemory { get; } = Command();

    /// <summary>
    /// With an append-only file that is written every second. The device is .NET's own files: the usual one needs a library that a new Linux
    /// doesn't have.
    /// </summary>
    public static EngineCommand AppendingEverySecond { get; } = Command([.. Appending, "--aof-commit-freq", "1000"]);

    /// <summary>With an append-only file that has every write before it is acknowledged.</summary>
    public static EngineCommand AppendingAlways { get; } = Command([.. Appending, "--aof-commit-freq", "0", "--aof-commit-wait"]);

    private static string[] Appending => ["--aof", "--device-type", "RandomAccess", "--recover"];

    private static EngineCommand Command(params IEnumerable<string> settings) => EngineCommand.OfThisProgram(
        "Garnet",
        Program.Garnet,
        "+PONG",
        [
            "--bind", "127.0.0.1", "--port", EngineCommand.Port, "--lua", "--lua-transaction-mode",
            "--memory", "256m", "--index", "16m", "--checkpointdir", EngineCommand.Folder, "-q", .. settings,
        ]);
}
