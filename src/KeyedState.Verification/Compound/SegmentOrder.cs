using static System.FormattableString;

namespace KeyedState.Verification;

/// <summary>Checks the order of the segments of each key that has plain writes.</summary>
internal static class SegmentOrder
{
    // An operation that was placed has no return, but was seen: it counts like one that returns at the very end.
    private const long End = Operation.Never - 1;

    /// <summary>Looks for two segments each of which must come before the other.</summary>
    /// <returns>Null when there are none.</returns>
    public static Violation? Check(CompoundHistory history, Access[] accesses, Segments segments)
    {
        // To the checker of registers, everything that found or made a value of a segment is a read of the segment's plain write.
        List<Operation> registers = [];
        foreach (ref readonly var access in accesses.AsSpan())
        {
            if (!segments.IsPlain(access.Key))
            {
                continue;
            }

            ref readonly var operation = ref history[access.Operation];
            var group = segments[access.Operation];
            var isWrite = access.Kind == AccessKind.Writes;
            registers.Add(new Operation(
                isWrite ? Harness.OperationKind.Write : Harness.OperationKind.Read,
                access.Operation,
                access.Key,
                segments.IsInitial(access.Key, group) ? 0 : group + 1,
                operation.Called,
                isWrite ? operation.Returned : Math.Min(operation.Returned, End)));
        }

        return registers.Count > 0 && RegisterChecker.Check(new History([.. registers])) is { } found
            ? CompoundExplanation.Of(history, found.Kind, Sentence(found), found.Operations.Select(operation => operation.Worker))
            : null;
    }

    private static string Sentence(Violation found) => found.Kind switch
    {
        ViolationKind.Forgotten => Invariant($"Key {found.Operations[0].Key}: a value from before all writes was found although a write had replaced it before the operation was called."),
        ViolationKind.StaleRead => Invariant($"Key {found.Operations[0].Key}: a value was found although a later write had replaced it before the operation was called."),
        _ => Invariant($"Key {found.Operations[0].Key}: one value and what followed from it was there before another and what followed from that, and the other way round."),
    };
}
