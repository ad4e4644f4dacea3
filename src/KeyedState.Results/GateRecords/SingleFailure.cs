using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>A failure of the head that did not come again: its state could be measured, but nothing passes that fails now and then.</summary>
/// <param name="State">The state.</param>
/// <param name="Look">The look.</param>
/// <param name="Failure">What went wrong, on one line.</param>
public sealed record SingleFailure(string State, [property: JsonConverter(typeof(GateLookConverter))] Look Look, string Failure);
