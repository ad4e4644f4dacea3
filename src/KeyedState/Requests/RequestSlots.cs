namespace KeyedState;

/// <summary>
/// The requests that are made while an owner runs its callers, in the order in which they are made. A caller
/// tends to come back in the same place, so the place keeps its request: there is no pool to go to, and
/// nothing is allocated or linked.
/// </summary>
internal sealed class RequestSlots
{
    private const int FirstCapacity = 128;
    private TurnRequest?[] slots = new TurnRequest?[FirstCapacity];
    private int count;

    /// <summary>How many requests there are. Another thread that reads it sees those requests whole.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>The requests. Only for the thread that adds them, and until it adds one.</summary>
    public ReadOnlySpan<TurnRequest> Requests => slots.AsSpan(0, count)!;

    /// <summary>The request at <paramref name="index"/>, below <see cref="Count"/>.</summary>
    public TurnRequest this[int index] => slots[index]!;

    /// <summary>A request that nobody uses, in the place of the next one; it counts once it is added.</summary>
    public TurnRequest Next()
    {
        var (places, next) = (slots, count);
        return (uint)next < (uint)places.Length && places[next] is { IsFree: true } request ? request : Replace();
    }

    /// <summary>Counts the request that <see cref="Next"/> gave.</summary>
    public void Add() => Volatile.Write(ref count, count + 1);

    /// <summary>Appends a request from elsewhere.</summary>
    public void Add(TurnRequest request)
    {
        EnsureRoom();
        slots[count] = request;
        Add();
    }

    /// <summary>Gives the last requests to others that nobody reads meanwhile. Only for the thread that adds.</summary>
    /// <param name="others">Where they are added.</param>
    /// <param name="given">How many; at most as many as there are.</param>
    public void MoveLastTo(RequestSlots others, int given)
    {
        var kept = count - given;
        for (var i = kept; i < count; i++)
        {
            // The place is left empty, and whatever the other's place held is dropped. Exchanged, the requests of two pumps would soon
            // lie next to each other in memory and share cache lines, which was measured to cost a sixth where cores are near.
            others.Add(slots[i]!);
            slots[i] = null;
        }

        Volatile.Write(ref count, kept);
    }

    /// <summary>Gives all requests to an inbox. Only for the thread that adds.</summary>
    /// <returns>Whether nobody owned the inbox: the caller is its owner now.</returns>
    public bool MoveAllTo(Inbox inbox)
    {
        var wasUnowned = false;
        for (var i = 0; i < count; i++)
        {
            // The place could keep its request. But requests that go to and fro between processors were measured to serve some 15 %
            // less than new ones, and a hundred new ones in two million operations are next to nothing.
            var request = slots[i]!;
            slots[i] = null;
            wasUnowned |= inbox.Push(request);
        }

        Clear();
        return wasUnowned;
    }

    /// <summary>Forgets the requests, but keeps their places.</summary>
    public void Clear() => Volatile.Write(ref count, 0);

    private TurnRequest Replace()
    {
        EnsureRoom();
        return slots[count] = new TurnRequest();
    }

    private void EnsureRoom()
    {
        if (count == slots.Length)
        {
            Array.Resize(ref slots, count * 2);
        }
    }
}
