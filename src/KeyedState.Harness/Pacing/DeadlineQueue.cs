namespace KeyedState.Harness;

/// <summary>
/// Items that fall due a fixed time after they were added. The time is the same for all, so they fall due
/// in the order in which they came, and a plain queue does what otherwise takes a heap.
/// </summary>
/// <typeparam name="T">What waits.</typeparam>
/// <param name="pause">The time from adding an item to its deadline, in ticks of the caller's clock; 1 or more.</param>
internal sealed class DeadlineQueue<T>(long pause)
{
    private readonly Queue<(long Deadline, T Item)> waiting = new();

    /// <summary>Adds <paramref name="item"/>.</summary>
    /// <param name="now">The present; never earlier than at the call before.</param>
    /// <param name="item">What waits.</param>
    public void Add(long now, T item) => waiting.Enqueue((now + pause, item));

    /// <summary>Moves every item whose deadline has come to <paramref name="due"/>, the earliest first.</summary>
    /// <returns>When to look again: no item falls due before, not even one that is yet to be added.</returns>
    public long TakeDue(long now, ICollection<T> due)
    {
        while (waiting.TryPeek(out var next))
        {
            if (next.Deadline > now)
            {
                return next.Deadline;
            }

            due.Add(waiting.Dequeue().Item);
        }

        return now + pause;
    }

    /// <summary>Moves every item to <paramref name="items"/>, due or not.</summary>
    public void TakeAll(ICollection<T> items)
    {
        while (waiting.TryDequeue(out var next))
        {
            items.Add(next.Item);
        }
    }
}
