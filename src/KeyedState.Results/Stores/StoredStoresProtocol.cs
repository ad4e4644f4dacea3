using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>How a stores run measured.</summary>
/// <param name="WindowMilliseconds">How long the measured part of a closed loop is.</param>
/// <param name="RehearsalMilliseconds">How long the loops are that go before those and that nobody looks at, where an engine has a process of its own.</param>
/// <param name="LeadMilliseconds">How long callers run in a closed loop before its measured part.</param>
/// <param name="RunMicroseconds">How long a worker whose calls complete at once goes on before it lets others have its thread.</param>
/// <param name="Arrivals">The load of the open loops; null for a run without.</param>
public sealed record StoredStoresProtocol(
    double WindowMilliseconds,
    double RehearsalMilliseconds,
    double LeadMilliseconds,
    double RunMicroseconds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] StoredArrivals? Arrivals = null);
