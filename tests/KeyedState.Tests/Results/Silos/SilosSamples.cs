using KeyedState.Results;

namespace KeyedState.Tests.Results.Silos;

/// <summary>Made-up trials: grains in memory that forget, and grains that store and lose nothing.</summary>
internal static class SilosSamples
{
    public static StoredSilosRun Run() => new()
    {
        Schema = StoredSilosRun.CurrentSchema,
        Started = new DateTimeOffset(2026, 4, 3, 12, 0, 0, TimeSpan.Zero),
        Machine = SampleRun.Machine,
        Source = SampleRun.Of().Source,
        Stores =
        [
            new(SampleRun.State("Memory", "Grains | memory", "Store", "Asynchronous"), Promise(survivesProcess: false)),
            new(SampleRun.State("Stored", "Stored grains", "Store", "Asynchronous"), Promise(survivesProcess: true)),
        ],
        Trials =
        [
            new("Memory", SiloDisturbance.Killed, 10, 20_000, 2_500, 5, 0, 0, 5, 19.5),
            new("Memory", SiloDisturbance.Killed, 10, 22_000, 2_000, 4, 0, 0, 4, 21.25),
            new("Memory", SiloDisturbance.Stopped, 10, 9_000, 5_000, 10, 10, 1.9, 10, 62.5, 2.1),
            new("Stored", SiloDisturbance.Killed, 10, 12_000, 0, 0, 0, 0, 0, 19.9),
            new("Stored", SiloDisturbance.Stopped, 10, 7_000, 0, 0, 10, 1.84, 10, 63.5, 2.2),
        ],
    };

    private static StoredPromise Promise(bool survivesProcess) => new(survivesProcess, false, false, "any client of the cluster", "the silo has it", "its own");
}
