namespace KeyedState.Results;

/// <summary>A metric as a run explains it, so that its file can be read by itself.</summary>
/// <param name="Name">The name under which launches have values of it.</param>
/// <param name="Unit">The unit of a value.</param>
/// <param name="Better">Which way it is good.</param>
public sealed record StoredMetric(string Name, string Unit, Better Better)
{
    /// <summary>Everything that the launches of a scenario can observe.</summary>
    /// <param name="scenario">The scenario, whose roles have an end each.</param>
    public static IReadOnlyList<StoredMetric> AllOf(StoredScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return [.. Metric.Observed.Concat(scenario.Roles.Select(role => Metric.EndOf(role.Name))).Select(Of)];
    }

    /// <summary>A metric's stored form.</summary>
    /// <param name="metric">The metric.</param>
    internal static StoredMetric Of(Metric metric) => new(metric.Name, metric.Unit, metric.Better);
}
