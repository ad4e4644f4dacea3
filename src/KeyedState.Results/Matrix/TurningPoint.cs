namespace KeyedState.Results;

/// <summary>A place on an axis where two states change places: the one is clearly faster before it, and the other clearly faster behind it.</summary>
/// <param name="Axis">The axis's key.</param>
/// <param name="Before">The name of the state that is faster before it.</param>
/// <param name="After">The name of the state that is faster behind it.</param>
/// <param name="From">The last point, from 0, at which <paramref name="Before"/> is clearly faster.</param>
/// <param name="To">The next one at which <paramref name="After"/> is.</param>
/// <param name="At">
/// Where between the two both are as fast, in the axis's unit. Null where nothing lies between points, and where the order is not clear at
/// points that do.
/// </param>
/// <param name="BeforeBy">How many times as fast <paramref name="Before"/> is at <paramref name="From"/>; more than 1.</param>
/// <param name="AfterBy">How many times as fast <paramref name="After"/> is at <paramref name="To"/>; more than 1.</param>
public sealed record TurningPoint(string Axis, string Before, string After, int From, int To, double? At, double BeforeBy, double AfterBy)
{
    /// <summary>How clear it is: by how many times the faster one is faster on the side where that is less.</summary>
    public double Strength => Math.Min(BeforeBy, AfterBy);
}
