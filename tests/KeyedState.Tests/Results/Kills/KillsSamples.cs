using KeyedState.Results;
using KeyedState.Tests.Results.Stores;

namespace KeyedState.Tests.Results.Kills;

/// <summary>A made-up run of kills: a server that promises nothing, a database that keeps its promise, one that breaks it, and one with a value of its own.</summary>
internal static class KillsSamples
{
    private const int Planned = 3;

    public static StoredKillsRun Run() => new()
    {
        Schema = StoredKillsRun.CurrentSchema,
        Started = new DateTimeOffset(2026, 4, 2, 12, 0, 0, TimeSpan.Zero),
        Seed = 17,
        Quotable = true,
        PlannedKills = Planned,
        Writers = 20,
        Machine = SampleRun.Machine,
        Source = SampleRun.Of().Source,
        FileSystem = "ext4",
        Stores =
        [
            new(SampleRun.State("Server", "Server | remote", "Store", "Asynchronous"), Promise(survivesProcess: false)),
            new(SampleRun.State("Database", "Database", "Store", "AtOnce"), Promise(survivesProcess: true)),
            new(SampleRun.State("Boaster", "Boaster", "Store", "AtOnce"), Promise(survivesProcess: true)),
            new(SampleRun.State("Inventor", "Inventor", "Store", "AtOnce"), Promise(survivesProcess: false)),
        ],
        Absent = StoresSamples.Run().Absent,
        Kills =
        [
            .. Enumerable.Range(0, Planned).SelectMany(number => new StoredKill[]
            {
                new("Server", number, 100 + number, 5_000, 20, 5_000),
                new("Database", number, 200 + number, 900, 20, 0),
                new("Boaster", number, 300 + number, 1_000, 20, number == 1 ? 7 : 0),
                new("Inventor", number, 400 + number, 1_000, 20, 0, number == 2 ? "Key 3 has the value 5, which nobody wrote to it." : null),
            }),
        ],
    };

    private static StoredPromise Promise(bool survivesProcess) => new(survivesProcess, false, false, "any process that reaches its port", "the server has it", "no log");
}
