using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>The iterations of one state in one scenario of one launch.</summary>
/// <param name="State">The state's name.</param>
/// <param name="Look">On one core or on all.</param>
/// <param name="Round">The launch's number, from 0. What one launch measured has one number.</param>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Operations">The operations of an iteration, those of all workers together; a bystander's are not among them.</param>
/// <param name="Times">How long each iteration took, in nanoseconds.</param>
/// <param name="Bytes">How many bytes were allocated in each.</param>
/// <param name="ApartTimes">How long a bystander's write of another key took on average in each, in nanoseconds; null where the scenario has none.</param>
/// <param name="Retries">How often an operation was begun anew in each; null where that never happened.</param>
public sealed record StoredSeries(
    string State,
    Look Look,
    int Round,
    string Scenario,
    long Operations,
    IReadOnlyList<double> Times,
    IReadOnlyList<double> Bytes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<double>? ApartTimes = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<double>? Retries = null);
