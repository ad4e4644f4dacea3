namespace KeyedState;

/// <summary>
/// A list that any thread pushes onto and an owner takes whole; it also tells whether there is an owner.
/// Lock-free: one compare-and-swap a push, one exchange for the whole lot.
/// </summary>
internal sealed class Inbox
{
    // Stands in the list while nobody owns it, so that one compare-and-swap both pushes and learns that an owner is needed.
    private static readonly TurnRequest Unowned = new();

    private TurnRequest? head = Unowned;

    /// <summary>Whether nobody owns the inbox.</summary>
    public bool IsUnowned => Volatile.Read(ref head) == Unowned;

    /// <summary>Whether an owner would find nothing.</summary>
    public bool IsEmpty => Volatile.Read(ref head) is null;

    /// <summary>Pushes a read.</summary>
    /// <param name="key">The key.</param>
    /// <param name="needsOwner">Whether nobody owned the inbox: the caller must now bring an owner.</param>
    public ValueTask<int> Read(int key, out bool needsOwner)
    {
        var request = TurnRequestPool.Rent();
        var reply = request.BeginRead(key);
        needsOwner = Push(request);
        return reply;
    }

    /// <summary>Pushes a write.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">Its new value.</param>
    /// <param name="needsOwner">Whether nobody owned the inbox: the caller must now bring an owner.</param>
    public ValueTask Write(int key, int value, out bool needsOwner)
    {
        var request = TurnRequestPool.Rent();
        var reply = request.BeginWrite(key, value);
        needsOwner = Push(request);
        return reply;
    }

    /// <summary>Pushes a request that changes nothing, and that is answered when everything before it is applied.</summary>
    /// <param name="needsOwner">Whether nobody owned the inbox: the caller must now bring an owner.</param>
    public ValueTask Nothing(out bool needsOwner)
    {
        var request = TurnRequestPool.Rent();
        var reply = request.BeginNothing();
        needsOwner = Push(request);
        return reply;
    }

    /// <summary>Pushes a request.</summary>
    /// <returns>True if nobody owned the inbox: the caller must now bring an owner.</returns>
    public bool Push(TurnRequest request)
    {
        var seen = Volatile.Read(ref head);
        while (true)
        {
            request.Next = seen == Unowned ? null : seen;
            var actual = Interlocked.CompareExchange(ref head, request, seen);
            if (actual == seen)
            {
                return seen == Unowned;
            }

            seen = actual;
        }
    }

    /// <summary>Takes everything, oldest first. Only the owner calls this.</summary>
    public TurnRequest? TakeAll()
    {
        var newest = Interlocked.Exchange(ref head, null);
        TurnRequest? oldest = null;
        while (newest is not null)
        {
            var next = newest.Next;
            newest.Next = oldest;
            oldest = newest;
            newest = next;
        }

        return oldest;
    }

    /// <summary>Takes ownership if nobody has it, without a request.</summary>
    /// <returns>True if the caller is the owner now, and has no mail yet.</returns>
    public bool TryOwn() => Interlocked.CompareExchange(ref head, null, Unowned) == Unowned;

    /// <summary>Gives ownership up unless something was pushed meanwhile.</summary>
    /// <returns>False if the caller still is the owner and has mail.</returns>
    public bool TryDisown() => Interlocked.CompareExchange(ref head, Unowned, null) is null;
}
