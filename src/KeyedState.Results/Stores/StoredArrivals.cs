namespace KeyedState.Results;

/// <summary>The one load of the open loops of a stores run, which all states have.</summary>
/// <param name="Scenario">The name of the scenario whose callers it is for.</param>
/// <param name="Rate">Arrivals per second, those of all workers together; each belongs to any worker with the same probability.</param>
/// <param name="LeadMilliseconds">How long operations arrive before the measured part.</param>
/// <param name="WindowMilliseconds">How long the measured part is.</param>
public sealed record StoredArrivals(string Scenario, double Rate, double LeadMilliseconds, double WindowMilliseconds);
