namespace KeyedState.Verification;

/// <summary>The write of one value to one key with all reads that returned it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Begin">Where its operations begin in the checker's order.</param>
/// <param name="End">Where they end, exclusively.</param>
/// <param name="Write">Which operation wrote it; <see cref="NoWrite"/> for the start value.</param>
/// <param name="FirstToReturn">Which operation returned first; <see cref="NoWrite"/> for the start value.</param>
/// <param name="LastToBeCalled">Which operation was called last.</param>
/// <param name="FirstReturn">When the first returned.</param>
/// <param name="LastCall">When the last was called.</param>
internal readonly record struct Cluster(
    int Value, int Begin, int End, int Write, int FirstToReturn, int LastToBeCalled, long FirstReturn, long LastCall)
{
    /// <summary>In place of a write: the start value was there before everything.</summary>
    public const int NoWrite = -1;

    /// <summary>
    /// Whether one operation had returned before another was called, so that the value must have been there all the time
    /// between the two (a forward zone). Otherwise all of them overlap, and the value may have been there for an instant at
    /// any time between (a backward zone).
    /// </summary>
    public bool IsForward => FirstReturn < LastCall;

    /// <summary>Whether an operation of this cluster had returned before one of <paramref name="other"/> was called.</summary>
    public bool Precedes(Cluster other) => FirstReturn < other.LastCall;
}
