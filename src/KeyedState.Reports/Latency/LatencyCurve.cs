namespace KeyedState.Reports;

/// <summary>A line of a picture with its name.</summary>
/// <param name="Title">The name that stands at its end.</param>
/// <param name="Css">The style class that gives it its colour.</param>
/// <param name="Points">At least one, from left to right, in the units of the axes.</param>
internal sealed record LatencyCurve(string Title, string Css, IReadOnlyList<(double X, double Y)> Points);
