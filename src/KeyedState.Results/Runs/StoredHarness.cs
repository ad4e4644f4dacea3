namespace KeyedState.Results;

/// <summary>What the harness alone does on one core and on all, under the same runtime settings: how far it scales.</summary>
/// <param name="OneCore">The empty state's operations for each second on one core, a value for each process.</param>
/// <param name="AllCores">The same on all cores.</param>
public sealed record StoredHarness(IReadOnlyList<double> OneCore, IReadOnlyList<double> AllCores);
