namespace KeyedState.Results;

/// <summary>What a comparison of two builds found for a state.</summary>
public enum Verdict
{
    /// <summary>It can't be said: the interval reaches beyond the threshold.</summary>
    Undecided,

    /// <summary>Whatever difference there is lies within the threshold.</summary>
    NoDifference,

    /// <summary>Head takes less time, twice independently.</summary>
    Faster,

    /// <summary>Head takes more time, twice independently.</summary>
    Slower,
}
