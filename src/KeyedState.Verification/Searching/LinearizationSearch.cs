namespace KeyedState.Verification;

/// <summary>
/// Searches for an order of effects that explains a history, whatever its operations are. It is exact, but takes exponentially many steps
/// in the number of operations that overlap, for which reason its steps are counted and it may give up.
/// </summary>
/// <remarks>
/// The search is that of J. M. Wing and C. Gong (Testing and Verifying Concurrent Objects, J. Parallel Distrib. Comput. 17, 1993,
/// doi:10.1006/jpdc.1993.1015) with what G. Lowe adds (Testing for linearizability, Concurrency Computat.: Pract. Exper. 29(4), 2017,
/// doi:10.1002/cpe.3928): it never goes on twice from the same operations done with the same state. The history is cut at instants when nothing was under way. All
/// states that are possible at a cut are taken over to the next piece.
/// </remarks>
public static class LinearizationSearch
{
    /// <summary>Searches for an order.</summary>
    /// <typeparam name="TOperation">An operation.</typeparam>
    /// <typeparam name="TState">The specification's state.</typeparam>
    /// <param name="specification">What the operations do one after the other.</param>
    /// <param name="operations">The history, in any order.</param>
    /// <param name="steps">After how many attempts to let an operation take effect the search gives up.</param>
    public static SearchResult Run<TOperation, TState>(
        ISpecification<TOperation, TState> specification, ReadOnlySpan<TimedOperation<TOperation>> operations, long steps)
        where TState : IEquatable<TState>
    {
        ArgumentNullException.ThrowIfNull(specification);
        var sorted = operations.ToArray();
        int[] places = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort([.. sorted.Select(operation => operation.Called)], places);
        sorted = [.. places.Select(place => sorted[place])];

        HashSet<TState> states = [specification.Initial];
        for (int begin = 0, end; begin < sorted.Length; begin = end)
        {
            end = EndOfPiece(sorted, begin);
            var piece = new PieceSearch<TOperation, TState>(specification, sorted.AsMemory(begin, end - begin), isLast: end == sorted.Length);
            if (piece.TryFindStates(states, ref steps) is not { } found)
            {
                return new SearchResult(Decision.Unknown, []);
            }

            if (found.Count == 0)
            {
                return new SearchResult(Decision.NotLinearizable, places[begin..end]);
            }

            states = found;
        }

        return new SearchResult(Decision.Linearizable, []);
    }

    // Operations that share an instant overlap, so a piece ends only where all had returned before the next was called.
    private static int EndOfPiece<TOperation>(TimedOperation<TOperation>[] sorted, int begin)
    {
        var lastReturn = sorted[begin].Returned;
        var end = begin + 1;
        while (end < sorted.Length && sorted[end].Called <= lastReturn)
        {
            lastReturn = Math.Max(lastReturn, sorted[end].Returned);
            end++;
        }

        return end;
    }
}
