namespace KeyedState.Verification;

/// <summary>
/// Decides whether a history is linearizable: whether each operation can be given one instant between its call and its
/// return so that every read returns what was written last before it. The answer is exact, in O(n log n).
/// </summary>
/// <remarks>
/// <para>
/// Linearizability is a property of each key by itself (M. P. Herlihy, J. M. Wing: Linearizability, ACM TOPLAS 12(3), 1990,
/// doi:10.1145/78969.78972). For one register whose writes all write different values, P. B. Gibbons and E. Korach (Testing
/// Shared Memories, SIAM J. Comput. 26(4), 1997, doi:10.1137/S0097539794279614) look at <em>clusters</em>: a write with the
/// reads of its value. A cluster whose first return lies before its last call keeps the register for that time, its forward
/// zone. The operations of any other all overlap, between its last call and its first return, its backward zone. The
/// history is linearizable if and only if every read has a write that was called before it returned, no two forward zones
/// overlap, and no backward zone lies within a forward zone.
/// </para>
/// <para>
/// The last two are one rule: there are no two clusters of which each has an operation that precedes one of the other.
/// Stamps may be equal, and operations that share an instant overlap, so every comparison is a strict one of a return with
/// a call.
/// </para>
/// <para>
/// A write without a response that was read has happened; its return lies after everything. One that was not read changes
/// nothing whether it happened or not, since a backward zone without an end lies within no other. A read without a
/// response is left out.
/// </para>
/// </remarks>
public static class RegisterChecker
{
    /// <summary>Checks every key of a history.</summary>
    /// <param name="history">The history.</param>
    /// <returns>Null when it is linearizable, else the violation with the fewest operations that was met.</returns>
    /// <exception cref="ArgumentException">Two writes wrote the same value to one key.</exception>
    public static Violation? Check(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var (order, registers) = ByKeyAndValue(history);
        Violation? smallest = null;
        var clusters = new List<Cluster>();
        for (int begin = 0, end; begin < order.Length; begin = end)
        {
            end = EndOfRun(registers, begin, shift: 32);
            var violation = ClusterReader.Read(history, order, registers, begin, end, clusters) ?? ConflictSearch.Find(history, order, clusters);
            smallest = violation is not null && violation.Operations.Count < (smallest?.Operations.Count ?? int.MaxValue) ? violation : smallest;
        }

        return smallest;
    }

    /// <summary>Where the run of equal entries ends that begins at <paramref name="begin"/>.</summary>
    /// <param name="registers">Keys and values, sorted.</param>
    /// <param name="begin">The first of the run.</param>
    /// <param name="shift">How many low bits are of no account: 32 for a run of one key, 0 for one of a key and a value.</param>
    internal static int EndOfRun(long[] registers, int begin, int shift)
    {
        var end = begin + 1;
        while (end < registers.Length && registers[end] >> shift == registers[begin] >> shift)
        {
            end++;
        }

        return end;
    }

    // The operations that say anything, sorted so that those of a key stand together, and within it those of a value.
    private static (int[] Order, long[] Registers) ByKeyAndValue(History history)
    {
        var order = new int[history.Count];
        var registers = new long[history.Count];
        var count = 0;
        for (var i = 0; i < history.Count; i++)
        {
            ref readonly var operation = ref history[i];
            if (operation.IsWrite || !operation.IsPending)
            {
                registers[count] = ((long)operation.Key << 32) | (uint)operation.Value;
                order[count++] = i;
            }
        }

        Array.Resize(ref order, count);
        Array.Resize(ref registers, count);
        Array.Sort(registers, order);
        return (order, registers);
    }
}
