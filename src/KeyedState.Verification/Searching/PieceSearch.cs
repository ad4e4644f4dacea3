namespace KeyedState.Verification;

/// <summary>Searches the orders of a piece of a history, before and after which nothing was under way.</summary>
/// <typeparam name="TOperation">An operation.</typeparam>
/// <typeparam name="TState">The specification's state.</typeparam>
/// <param name="specification">What the operations do one after the other.</param>
/// <param name="operations">The piece, in the order of calls.</param>
/// <param name="isLast">Whether nothing follows, so that one order is enough.</param>
internal sealed class PieceSearch<TOperation, TState>(
    ISpecification<TOperation, TState> specification, ReadOnlyMemory<TimedOperation<TOperation>> operations, bool isLast)
    where TState : IEquatable<TState>
{
    private readonly HashSet<Progress<TState>> met = [];
    private readonly Stack<Progress<TState>> open = [];
    private readonly HashSet<TState> ends = [];

    /// <summary>Finds the states in which the piece may leave the object.</summary>
    /// <param name="states">Those in which it may find it.</param>
    /// <param name="steps">How many steps are left; what it takes is subtracted.</param>
    /// <returns>Empty when no order explains the piece; null when the steps didn't suffice.</returns>
    public HashSet<TState>? TryFindStates(IEnumerable<TState> states, ref long steps)
    {
        foreach (var state in states)
        {
            Meet(new Progress<TState>(0, [], state));
        }

        while (open.TryPop(out var progress) && !(isLast && ends.Count > 0))
        {
            if (!TryGoOn(progress, ref steps))
            {
                return null;
            }
        }

        return ends;
    }

    private void Meet(Progress<TState> progress)
    {
        if (met.Add(progress))
        {
            open.Push(progress);
        }
    }

    private bool TryGoOn(Progress<TState> progress, ref long steps)
    {
        var piece = operations.Span;
        var ahead = progress.Ahead;
        var earliestReturn = Operation.Never;

        // An operation can be next if none that is left had returned before it was called. Those that were called later returned later than that.
        for (var i = progress.First; i < piece.Length && piece[i].Called <= earliestReturn; i++)
        {
            if (ahead is [var done, ..] && done == i)
            {
                ahead = ahead[1..];
                continue;
            }

            if (steps-- <= 0)
            {
                return false;
            }

            earliestReturn = Math.Min(earliestReturn, piece[i].Returned);
            if (specification.TryApply(progress.State, piece[i].Operation, out var next))
            {
                Meet(progress.With(i, next));
            }
        }

        // Only operations without a response are left, which need not have happened.
        if (earliestReturn == Operation.Never)
        {
            ends.Add(progress.State);
        }

        return true;
    }
}
