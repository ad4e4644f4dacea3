namespace KeyedState.Results;

/// <summary>Why a comparison under a load has no verdict.</summary>
public enum Unjudged
{
    /// <summary>In both builds the time is too short for the clock, so that a difference would not be seen.</summary>
    BelowResolution,

    /// <summary>The base did not bear the load, so that there is nothing to compare with.</summary>
    Overloaded,

    /// <summary>The base bore the load and the head did not.</summary>
    OverloadedInHead,
}
