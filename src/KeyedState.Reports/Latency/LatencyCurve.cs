namespace KeyedState.Reports;

/// <summary>A line of a picture with its name.</summary>
/// <param name="Title">The name that stands at its end.</param>
/// <param name="Css">The style class that gives it its colour.</param>
/// <param name="Parts">Its parts, with at least one point each, from left to right, in the units of the axes. What lies between two parts is not known.</param>
internal sealed record LatencyCurve(string Title, string Css, IReadOnlyList<IReadOnlyList<(double X, double Y)>> Parts)
{
    /// <summary>The points of all parts.</summary>
    public IReadOnlyList<(double X, double Y)> Points { get; } = [.. Parts.SelectMany(part => part)];
}
