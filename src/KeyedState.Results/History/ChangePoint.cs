namespace KeyedState.Results;

/// <summary>A place between two runs at which a state's time for an operation changed.</summary>
/// <param name="LastBefore">The last run before it, as a place in the history.</param>
/// <param name="FirstAfter">The first run after it.</param>
/// <param name="Ratio">The time after by the time before, of runs' figures: above 1 it became slower.</param>
/// <param name="PValue">How often runs that differ by chance alone, in random order, show a step as clear at any place.</param>
/// <param name="Repeats">How many runs from <paramref name="FirstAfter"/> up to the next change lie beyond the middle between the two levels.</param>
public sealed record ChangePoint(int LastBefore, int FirstAfter, Estimate Ratio, double PValue, int Repeats)
{
    /// <summary>Whether the state became slower.</summary>
    public bool IsSlower => Ratio.Center > 1;

    /// <summary>One less the p-value, from 0 to 1.</summary>
    public double Confidence => 1 - PValue;
}
