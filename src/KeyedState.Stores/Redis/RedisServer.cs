namespace KeyedState.Stores;

/// <summary>The redis-server of this machine, and how it is started; or the outside server instead.</summary>
internal static class RedisServer
{
    /// <summary>The program's name.</summary>
    public const string Program = "redis-server";

    /// <summary>The outside server where there is one; else one with nothing on the disk.</summary>
    /// <exception cref="EngineFailedException">It is not installed, or can't be started; the outside one can't be reached or its database isn't empty.</exception>
    public static RedisPlace InMemory() => OutsideRedis.Address is { } address ? RedisPlace.Outside(address) : RedisPlace.Start(Command("--appendonly", "no"));

    /// <summary>With an append-only file.</summary>
    /// <param name="flush">When it is flushed, as the setting appendfsync has it.</param>
    /// <exception cref="EngineFailedException">It is not installed, or can't be started.</exception>
    public static RedisPlace Appending(string flush) => RedisPlace.Start(Command("--appendonly", "yes", "--appendfsync", flush));

    private static EngineCommand Command(params string[] settings) => new(
        "Redis",
        StoreAbsence.Find(Program) ?? throw new EngineFailedException(StoreAbsence.Of(typeof(RedisState))!),
        ["--bind", "127.0.0.1", "--port", EngineCommand.Port, "--dir", EngineCommand.Folder, "--save", "", .. settings],
        "+PONG");
}
