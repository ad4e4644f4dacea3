namespace KeyedState.Results;

/// <summary>A point of an axis.</summary>
/// <param name="Label">What tables and charts call it.</param>
/// <param name="At">Where it lies, in the axis's unit; its place from 0 where points have only names.</param>
/// <param name="Scenario">The name of the scenario that was measured for it.</param>
public sealed record StoredPoint(string Label, double At, string Scenario);
