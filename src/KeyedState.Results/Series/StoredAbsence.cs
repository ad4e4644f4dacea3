namespace KeyedState.Results;

/// <summary>That a state was not measured in a scenario.</summary>
/// <param name="State">The state's name.</param>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Because">Why, in one line.</param>
public sealed record StoredAbsence(string State, string Scenario, string Because);
