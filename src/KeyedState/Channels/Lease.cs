using System.Runtime.InteropServices;

namespace KeyedState;

/// <summary>
/// The right to touch a dictionary, held by one thread at a time, and the turns that are taken under it. A
/// turn applies everything that was asked for and then runs the callers, on the same thread and without
/// giving the right up, so that no other core need be woken.
/// </summary>
/// <remarks>
/// <para>
/// A caller that blocks would keep the owner from its next turn. The watcher therefore may revoke the lease
/// while callers run: it moves the phase from replying to revoked, issues a process-wide fence, and then
/// reads how far the thread has come. The thread stores its cursor before each reply and loads the phase
/// after it. The fence stands on the watcher's side, so that the thread pays a plain store and a plain load
/// a reply: whatever the thread stored before it last saw the phase unrevoked, the watcher sees.
/// (The asymmetric Dekker protocol; see D. Dice, H. Huang and M. Yang, "Asymmetric Dekker Synchronization",
/// Sun Microsystems, 2001.)
/// </para>
/// <para>
/// The thread takes the phase back to applying by compare-and-swap before each turn. It can't be revoked
/// then, and so nobody else ever touches the dictionary at the same time.
/// </para>
/// </remarks>
internal sealed class Lease(Dictionary<int, int> map, Inbox inbox) : IThreadPoolWorkItem
{
    private const int Applying = 0;
    private const int Replying = 1;
    private const int Revoked = 2;

    // A turn has as many replies as there are callers, so this many turns leave the pool's other work waiting for about a millisecond.
    private const int TurnsBeforeYield = 128;

    [ThreadStatic]
    private static Lease? ofThisThread;

    private readonly List<TurnRequest> far = [];
    private RequestSlots batch = new();
    private RequestSlots near = new();
    private int phase;
    private int cursor;
    private int turn;
    private Takeover? takeover;

    /// <summary>The lease whose callers this thread is running; null if it runs none.</summary>
    public static Lease? OfThisThread => ofThisThread;

    /// <summary>How far the thread has come; the watcher calls a caller blocked when it does not change.</summary>
    public (int Turn, int Reply) Position => (Volatile.Read(ref turn), Volatile.Read(ref cursor));

    /// <summary>Whether a request for the owner of <paramref name="requested"/> belongs here, and still may come.</summary>
    public bool Serves(Inbox requested) => inbox == requested && Volatile.Read(ref phase) == Replying;

    /// <summary>A request to fill in, which is then to be added.</summary>
    public TurnRequest Next() => near.Next();

    /// <summary>Adds the request that <see cref="Next"/> gave.</summary>
    /// <returns>False if the lease was revoked and the request was not handed over with it.</returns>
    public bool TryAdd()
    {
        var index = near.Count;
        near.Add();
        return Volatile.Read(ref phase) != Revoked || index < AwaitTakeover().Near;
    }

    /// <summary>Revokes the lease if its thread is running callers. Only the watcher calls this.</summary>
    public bool TryRevoke()
    {
        if (Interlocked.CompareExchange(ref phase, Revoked, Replying) != Replying)
        {
            return false;
        }

        Interlocked.MemoryBarrierProcessWide();
        Volatile.Write(ref takeover, new Takeover(Volatile.Read(ref cursor), near.Count));
        return true;
    }

    /// <summary>Gives what a revoked lease leaves behind to others: requests to its successor, replies to the pool.</summary>
    public void HandOver(Lease successor)
    {
        var (reply, asked) = takeover!;
        for (var i = 0; i < asked; i++)
        {
            successor.near.Add(near[i]);
        }

        // The reply at the cursor is the blocked caller's, or one that its thread will see is its own to give.
        for (var i = reply + 1; i < batch.Count + far.Count; i++)
        {
            var request = ReplyAt(i);
            request.Next = null;
            ThreadPool.UnsafeQueueUserWorkItem(request, preferLocal: false);
        }
    }

    /// <summary>Takes turns until there is nothing to do, the lease is revoked, or others have waited long enough for the thread.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        for (var turns = 0; turns < TurnsBeforeYield; turns++)
        {
            Apply();
            ofThisThread = this;
            var kept = Reply();
            ofThisThread = null;
            if (!kept || (near.Count == 0 && inbox.TryDisown()))
            {
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void Apply()
    {
        (batch, near) = (near, batch);
        near.Clear();
        far.Clear();
        foreach (var request in batch.Requests)
        {
            request.Apply(map);
        }

        if (inbox.IsEmpty)
        {
            return;
        }

        for (var request = inbox.TakeAll(); request is not null; request = request.Next)
        {
            request.Apply(map);
            far.Add(request);
        }
    }

    /// <returns>False if the lease was revoked meanwhile.</returns>
    private bool Reply()
    {
        turn++;
        cursor = -1;
        Volatile.Write(ref phase, Replying);
        return ReplyTo(batch.Requests, 0)
            && ReplyTo(CollectionsMarshal.AsSpan(far), batch.Count)
            && Interlocked.CompareExchange(ref phase, Applying, Replying) == Replying;
    }

    private bool ReplyTo(ReadOnlySpan<TurnRequest> requests, int before)
    {
        for (var i = 0; i < requests.Length; i++)
        {
            Volatile.Write(ref cursor, before + i);
            if (Volatile.Read(ref phase) == Revoked && AwaitTakeover().Reply != before + i)
            {
                return false;
            }

            requests[i].Complete();
        }

        return true;
    }

    private TurnRequest ReplyAt(int index) => index < batch.Count ? batch[index] : far[index - batch.Count];

    private Takeover AwaitTakeover()
    {
        var wait = default(SpinWait);
        Takeover? published;
        while ((published = Volatile.Read(ref takeover)) is null)
        {
            wait.SpinOnce();
        }

        return published;
    }

    /// <summary>Where the watcher took over: the reply that is still the thread's, and how many new requests it hands on.</summary>
    private sealed record Takeover(int Reply, int Near);
}
