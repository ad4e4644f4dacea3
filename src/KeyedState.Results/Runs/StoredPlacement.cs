namespace KeyedState.Results;

/// <summary>Where launches ran and under what.</summary>
/// <param name="Cores">The cores that a launch had.</param>
/// <param name="RuntimeSettings">The environment variables that set the runtime, by name.</param>
/// <param name="StateLifetime">How long a state lived.</param>
public sealed record StoredPlacement(Cores Cores, IReadOnlyDictionary<string, string> RuntimeSettings, StoredLifetime StateLifetime);
