namespace KeyedState.Stores.Benchmarks.Silos;

/// <summary>What a history says of a silo that was killed or stopped.</summary>
/// <param name="Keys">How many keys it has.</param>
/// <param name="Acknowledged">How many writes were acknowledged.</param>
/// <param name="Lost">How many of them the callers of the other silo did not find again, the most that one read of a key was behind.</param>
/// <param name="KeysLost">On how many keys.</param>
/// <param name="StaleAnswers">How many reads by way of the disturbed silo were answered with a value that a write, acknowledged before the read, had replaced.</param>
/// <param name="LongestStale">How long ago it had been replaced, at most.</param>
/// <param name="KeysNotLinearizable">On how many keys no order of effects explains the answers of all callers.</param>
/// <param name="Example">A violation in a sentence; null where there is none.</param>
internal sealed record SiloVerdict(
    int Keys, long Acknowledged, long Lost, int KeysLost, long StaleAnswers, TimeSpan LongestStale, int KeysNotLinearizable, string? Example);
