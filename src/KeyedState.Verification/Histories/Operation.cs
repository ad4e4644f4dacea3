using KeyedState.Harness;

namespace KeyedState.Verification;

/// <summary>One operation of a history: who did what, and between which two instants it took effect.</summary>
/// <param name="Kind">Whether it reads or writes.</param>
/// <param name="Worker">Who called it, from 0.</param>
/// <param name="Key">Its key.</param>
/// <param name="Value">What was written, or what the read returned.</param>
/// <param name="Called">A stamp from before the call, in ticks of <see cref="System.Diagnostics.Stopwatch"/>.</param>
/// <param name="Returned">A stamp from after the response; <see cref="Never"/> when there was none.</param>
public readonly record struct Operation(OperationKind Kind, int Worker, int Key, int Value, long Called, long Returned)
{
    /// <summary>
    /// The stamp of a response that did not come, because the operation hung or threw. A write without a response may have
    /// taken effect or not, at any time since its call; a read without one says nothing.
    /// </summary>
    public const long Never = long.MaxValue;

    /// <summary>Whether there was no response.</summary>
    public bool IsPending => Returned == Never;

    /// <summary>Whether it is a write.</summary>
    public bool IsWrite => Kind == OperationKind.Write;

    /// <summary>
    /// Whether this one had certainly taken effect before <paramref name="other"/> began. Operations that share an instant
    /// overlap.
    /// </summary>
    /// <param name="other">Another operation.</param>
    public bool Precedes(Operation other) => Returned < other.Called;
}
