namespace KeyedState.Results;

/// <summary>Which operations of several steps a state offers.</summary>
/// <param name="State">The state's name.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Offered">The capabilities that it offers, by name.</param>
/// <param name="Lacking">Why it lacks the others, by name; without an entry where nobody has said.</param>
/// <param name="OtherKeys">What operations on other keys do while the code of an exclusive update runs, such as "GoesOn"; null where it offers none.</param>
public sealed record StoredCapabilities(string State, string Title, IReadOnlyList<string> Offered, IReadOnlyDictionary<string, string> Lacking, string? OtherKeys);
