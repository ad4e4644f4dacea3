using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>A process, with its engine where it has one, that measured one state in scenario after scenario.</summary>
/// <param name="State">The state's name.</param>
/// <param name="Round">The launch's number, from 0.</param>
/// <param name="Loops">The scenarios, in the order in which they ran.</param>
/// <param name="Points">Points of the curves over callers and what each sends before it waits, in the order in which they ran; null for states without.</param>
/// <param name="Open">The open loop at the run's load; null for states that don't take its scenario.</param>
/// <param name="Tool">What the server's own tool got done; null for states without curves, and where it isn't installed.</param>
public sealed record StoredStoreLaunch(
    string State,
    int Round,
    IReadOnlyList<StoredStoreLoop> Loops,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<StoredStorePoint>? Points = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] StoredOpenLoop? Open = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<StoredToolRate>? Tool = null);
