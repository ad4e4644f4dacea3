using static System.FormattableString;

namespace KeyedState.Verification;

/// <summary>Two clusters of one key that precede each other, and the operations that show it.</summary>
internal sealed class Conflict
{
    private readonly History history;
    private readonly Cluster replaced;
    private readonly Cluster replacing;
    private readonly bool inOrder;

    /// <summary>Takes two clusters, each of which precedes the other.</summary>
    public Conflict(History history, Cluster one, Cluster other)
    {
        this.history = history;
        (replaced, replacing) = WritesInOrder(other, one) ? (other, one) : (one, other);
        inOrder = WritesInOrder(replaced, replacing);
    }

    /// <summary>How many operations it takes to show the conflict.</summary>
    public int Size => Evidence().Count();

    /// <summary>Explains the conflict.</summary>
    /// <param name="order">The history's operations in the checker's order.</param>
    public Violation Explain(int[] order)
    {
        var read = inOrder ? FirstReadOfReplaced(order) : replaced.LastToBeCalled;
        int[] shown = [.. Evidence().Select(i => inOrder && i == replaced.LastToBeCalled ? read : i)];
        return new Violation(Kind, Sentence(history[read].Key), [.. shown.Select(i => history[i]).OrderBy(operation => operation.Called)]);
    }

    private ViolationKind Kind =>
        replaced.Write == Cluster.NoWrite ? ViolationKind.Forgotten
        : inOrder ? ViolationKind.StaleRead
        : ViolationKind.ContradictoryOrder;

    private string Sentence(int key) => Kind switch
    {
        ViolationKind.Forgotten => Invariant($"Key {key}: a read returned 0, as if nothing had been written, although {replacing.Value} was there before it was called."),
        ViolationKind.StaleRead => Invariant($"Key {key}: a read returned {replaced.Value} although {replacing.Value} had replaced it before the read was called."),
        _ => Invariant($"Key {key}: {replaced.Value} was there before {replacing.Value}, and {replacing.Value} before {replaced.Value}, and each was written once."),
    };

    private bool WritesInOrder(Cluster first, Cluster second) =>
        first.Write == Cluster.NoWrite || (second.Write != Cluster.NoWrite && history[first.Write].Precedes(history[second.Write]));

    // Both writes, an operation of each cluster that shows that the one was there before the other, and two for the reverse.
    private IEnumerable<int> Evidence()
    {
        var (before, after) = Pair(replaced, replacing);
        var (back, again) = Pair(replacing, replaced);
        return new[] { replaced.Write, before, after, replacing.Write, back, again }.Where(i => i != Cluster.NoWrite).Distinct();
    }

    // An operation of the first that precedes one of the second; their writes where these will do, since they are shown anyway.
    private (int First, int Second) Pair(Cluster first, Cluster second)
    {
        var earlier = ReturnOf(first.Write) < second.LastCall ? first.Write : first.FirstToReturn;
        var later = second.Write != Cluster.NoWrite && ReturnOf(earlier) < history[second.Write].Called ? second.Write : second.LastToBeCalled;
        return (earlier, later);
    }

    private long ReturnOf(int operation) => operation == Cluster.NoWrite ? long.MinValue : history[operation].Returned;

    // The last read of the replaced value shows the conflict; the first that does so shows how soon it came.
    private int FirstReadOfReplaced(int[] order)
    {
        var since = ReturnOf(Pair(replacing, replaced).First);
        var first = replaced.LastToBeCalled;
        foreach (var i in order.AsSpan(replaced.Begin, replaced.End - replaced.Begin))
        {
            var called = history[i].Called;
            first = called > since && called < history[first].Called ? i : first;
        }

        return first;
    }
}
