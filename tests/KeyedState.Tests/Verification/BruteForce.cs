using KeyedState.Verification;

namespace KeyedState.Tests.Verification;

/// <summary>
/// Decides whether a small history of one key is linearizable by trying every order. It knows the definition and none of
/// the theory, and is what the checker is held against.
/// </summary>
internal static class BruteForce
{
    public static bool IsLinearizable(ReadOnlySpan<Operation> operations) => CanGoOn(operations, done: 0, value: 0);

    // Whether the operations that are not done can follow, when the register holds the value.
    private static bool CanGoOn(ReadOnlySpan<Operation> operations, int done, int value)
    {
        var earliestReturn = EarliestReturn(operations, done);
        if (earliestReturn == Operation.Never)
        {
            // Only operations without a response are left, which need not have happened.
            return true;
        }

        for (var i = 0; i < operations.Length; i++)
        {
            // An operation can be next if none that is left had returned before it was called.
            var operation = operations[i];
            var canBeNext = (done & (1 << i)) == 0 && operation.Called <= earliestReturn
                && (operation.IsWrite || operation.IsPending || operation.Value == value);
            if (canBeNext && CanGoOn(operations, done | (1 << i), operation.IsWrite ? operation.Value : value))
            {
                return true;
            }
        }

        return false;
    }

    private static long EarliestReturn(ReadOnlySpan<Operation> operations, int done)
    {
        var earliest = Operation.Never;
        for (var i = 0; i < operations.Length; i++)
        {
            earliest = (done & (1 << i)) == 0 ? Math.Min(earliest, operations[i].Returned) : earliest;
        }

        return earliest;
    }
}
