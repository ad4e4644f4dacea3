namespace KeyedState.Results;

/// <summary>Points of an axis, one after the other, at which one state leads or nobody is clearly faster than it.</summary>
/// <param name="State">The state's name.</param>
/// <param name="From">The first point, from 0.</param>
/// <param name="To">The last point.</param>
/// <param name="IsClear">Whether it is clearly faster than every other at each of them.</param>
/// <param name="Turn">Where it took the lead from the state before; null for the first, and where that one was never clearly faster.</param>
public sealed record Lead(string State, int From, int To, bool IsClear, TurningPoint? Turn);
