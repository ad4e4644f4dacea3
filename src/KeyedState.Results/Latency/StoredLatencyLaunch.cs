using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>What one process measured of one state.</summary>
/// <param name="State">The state's name.</param>
/// <param name="Round">The launch's number, from 0.</param>
/// <param name="Capacity">How many operations per second the open loop completes when all are due at once; 0 where it is below one.</param>
/// <param name="Closed">The closed loop.</param>
/// <param name="Open">The open loops, in the order in which they ran.</param>
/// <param name="Paced">Paced tasks; null where nobody measured them.</param>
public sealed record StoredLatencyLaunch(
    string State,
    int Round,
    double Capacity,
    StoredClosedLoop Closed,
    IReadOnlyList<StoredOpenLoop> Open,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] StoredPaced? Paced = null);
