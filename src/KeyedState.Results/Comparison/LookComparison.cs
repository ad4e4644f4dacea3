namespace KeyedState.Results;

/// <summary>A state in one look of two runs.</summary>
/// <param name="State">What the state declared in the second run.</param>
/// <param name="Look">The look.</param>
/// <param name="Before">The first run's figure: nanoseconds for an operation on one core, operations for each second on all.</param>
/// <param name="After">The second run's, likewise.</param>
/// <param name="Ratio">The second by the first, over unpaired launches; absent, with the reason, where they are not comparable.</param>
/// <param name="BytesBefore">Bytes that the first run's launches of all looks allocated for an operation.</param>
/// <param name="BytesAfter">The second run's, likewise.</param>
public sealed record LookComparison(
    StoredState State, Look Look, Figure Before, Figure After, Figure Ratio, Figure BytesBefore, Figure BytesAfter);
