namespace KeyedState.Results;

/// <summary>What a state allocates in the two builds, with what the harness allocates for its workers.</summary>
/// <param name="State">The state.</param>
/// <param name="BaseBytes">Bytes per operation in the base.</param>
/// <param name="HeadBytes">Bytes per operation in the head.</param>
public sealed record GateAllocation(string State, double BaseBytes, double HeadBytes)
{
    /// <summary>
    /// The bytes per operation up to which two builds count as equal. The counters are exact, but requests that a pool
    /// makes once and queues that grow under a burst are spread over a slice's operations; they move by hundredths.
    /// </summary>
    public const double Tolerance = 0.25;

    /// <summary>Whether head allocates more.</summary>
    public bool IsAlarm => HeadBytes - BaseBytes > Tolerance;

    /// <summary>Whether the two differ at all.</summary>
    public bool Differs => Math.Abs(HeadBytes - BaseBytes) > Tolerance;
}
