namespace KeyedState.Verification;

/// <summary>Keeps, of all conflicts that are met, the one that fewest operations show.</summary>
internal sealed class SmallestConflict(History history)
{
    private Conflict? smallest;
    private int size = int.MaxValue;

    /// <summary>Considers two clusters, which may be in conflict or not.</summary>
    public void Consider(Cluster one, Cluster other)
    {
        if (one.Precedes(other) && other.Precedes(one) && new Conflict(history, one, other) is { Size: var count } conflict && count < size)
        {
            (smallest, size) = (conflict, count);
        }
    }

    /// <summary>Explains it; null where there was none.</summary>
    /// <param name="order">The history's operations in the checker's order.</param>
    public Violation? Explain(int[] order) => smallest?.Explain(order);
}
