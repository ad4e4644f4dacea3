namespace KeyedState.Stores;

/// <summary>How the redis-server of this machine is started.</summary>
internal static class RedisServer
{
    /// <summary>The program's name.</summary>
    public const string Program = "redis-server";

    /// <summary>With nothing on the disk.</summary>
    /// <exception cref="EngineFailedException">It is not installed.</exception>
    public static EngineCommand InMemory => Command("--appendonly", "no");

    /// <summary>With an append-only file.</summary>
    /// <param name="flush">When it is flushed, as the setting appendfsync has it.</param>
    /// <exception cref="EngineFailedException">It is not installed.</exception>
    public static EngineCommand Appending(string flush) => Command("--appendonly", "yes", "--appendfsync", flush);

    private static EngineCommand Command(params string[] settings) => new(
        "Redis",
        StoreAbsence.Find(Program) ?? throw new EngineFailedException(StoreAbsence.Of(typeof(RedisState))!),
        ["--bind", "127.0.0.1", "--port", EngineCommand.Port, "--dir", EngineCommand.Folder, "--save", "", .. settings],
        "+PONG");
}
