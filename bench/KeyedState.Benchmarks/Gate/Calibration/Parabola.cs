namespace KeyedState.Benchmarks.Gate;

/// <summary>A parabola through the origin, <c>y = Slope · x + Bend · x²</c>.</summary>
/// <param name="Slope">The slope at the origin.</param>
/// <param name="Bend">How much it bends.</param>
internal readonly record struct Parabola(double Slope, double Bend)
{
    /// <summary>The one with the least sum of squared distances in y.</summary>
    /// <param name="points">At least two points of different x, none of them 0.</param>
    public static Parabola Through(IReadOnlyList<(double X, double Y)> points)
    {
        double Sum(Func<(double X, double Y), double> term) => points.Sum(term);
        var (x2, x3, x4) = (Sum(point => Math.Pow(point.X, 2)), Sum(point => Math.Pow(point.X, 3)), Sum(point => Math.Pow(point.X, 4)));
        var (xy, x2y) = (Sum(point => point.X * point.Y), Sum(point => point.X * point.X * point.Y));
        var determinant = (x2 * x4) - (x3 * x3);
        return new Parabola(((xy * x4) - (x2y * x3)) / determinant, ((x2y * x2) - (xy * x3)) / determinant);
    }

    /// <summary>The smallest positive x at which it reaches y on its way up; null where it does not.</summary>
    /// <param name="y">Above 0.</param>
    public double? Inverse(double y)
    {
        // The form that does not cancel when the bend is small.
        var discriminant = (Slope * Slope) + (4 * Bend * y);
        var denominator = Slope + Math.Sqrt(Math.Max(discriminant, 0));
        return discriminant >= 0 && denominator > 0 ? 2 * y / denominator : null;
    }
}
