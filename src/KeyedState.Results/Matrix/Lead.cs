namespace KeyedState.Results;

/// <summary>Points of an axis, one after the other, at which nobody is clearly faster than one state.</summary>
/// <param name="State">The state's name.</param>
/// <param name="From">The first point, from 0.</param>
/// <param name="To">The last point.</param>
/// <param name="IsClear">Whether it is clearly faster than every other at each of them.</param>
/// <param name="Turn">
/// Where it took the lead from the state before. Null for the first, where points have no order, where it is not clearly faster than that one,
/// and where that one was not clearly faster than it at a point of its own lead.
/// </param>
public sealed record Lead(string State, int From, int To, bool IsClear, TurningPoint? Turn);
