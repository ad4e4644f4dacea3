using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>What the gate found when it was given a comparison whose answer is known.</summary>
/// <param name="State">The state.</param>
/// <param name="Look">The look.</param>
/// <param name="Planted">The planted delay as a ratio to the operation's time, of which the processor may hide a part; 1 where base ran against itself.</param>
/// <param name="Ratio">The ratio that was found; null where too few launches ended.</param>
/// <param name="Passed">Whether it was found where planted, and not found where not.</param>
/// <param name="Attempts">1, or 2 when the first attempt failed.</param>
public sealed record GateSelfTest(
    string State, [property: JsonConverter(typeof(GateLookConverter))] Look Look, double Planted, double? Ratio, bool Passed, int Attempts);
