namespace KeyedState.Results;

/// <summary>Who leads along an axis.</summary>
/// <param name="Leads">The leads, in the axis's order; together they cover the points that have figures and are not undecided.</param>
/// <param name="Undecided">The points, from 0, at which too few launches were made of some state to tell who leads.</param>
public sealed record AxisLeads(IReadOnlyList<Lead> Leads, IReadOnlyList<int> Undecided);
