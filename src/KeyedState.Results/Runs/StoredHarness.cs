namespace KeyedState.Results;

/// <summary>What the harness alone does on one core and on all, under the same runtime settings: how far it scales.</summary>
/// <param name="OneCore">The empty state's operations for each second on one core, a value for each process.</param>
/// <param name="AllCores">The same on all cores.</param>
public sealed record StoredHarness(IReadOnlyList<double> OneCore, IReadOnlyList<double> AllCores)
{
    /// <summary>
    /// The least <see cref="Scaling"/> for each core at which the harness is no concern. Below it, cores wait for each other in the harness.
    /// </summary>
    public const double LeastScalingOfACore = 0.8;

    /// <summary>How many times as much as on one core it does on all, by the medians; null where one of them was not measured.</summary>
    public double? Scaling() => OneCore.Count > 0 && AllCores.Count > 0 ? Median.Of(AllCores) / Median.Of(OneCore) : null;
}
