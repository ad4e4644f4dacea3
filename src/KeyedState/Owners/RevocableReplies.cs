using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KeyedState;

/// <summary>
/// The replies that one thread gives, one after the other, and the requests that its callers make meanwhile. A
/// watcher takes both away from a thread whose caller blocks.
/// </summary>
/// <remarks>
/// The watcher moves the phase from replying to revoked, issues a process-wide fence, and then reads how far the thread has
/// come. The thread stores its cursor before each reply and loads the phase after it. The fence stands on the watcher's
/// side, so that the thread pays a plain store and a plain load a reply: whatever it stored before it last saw the phase
/// unrevoked, the watcher sees. (The asymmetric Dekker protocol; see D. Dice, H. Huang and M. Yang, "Asymmetric Dekker
/// Synchronization", Sun Microsystems, 2001.)
/// </remarks>
internal abstract class RevocableReplies
{
    private const int Applying = 0;
    private const int Replying = 1;
    private const int Revoked = 2;

    // One for all owners: a thread runs the callers of one owner at a time.
    [ThreadStatic]
    private static RevocableReplies? ofThisThread;

    private readonly Dictionary<int, int> map;
    private readonly List<TurnRequest> far = [];
    private RequestSlots batch = new();
    private RequestSlots near = new();
    private int phase;
    private int cursor;
    private int turn;
    private Takeover? takeover;
    private (int, int) seen;

    /// <summary>Makes one that has nothing to do.</summary>
    /// <param name="map">What requests are applied to.</param>
    /// <param name="inbox">Where requests from elsewhere come.</param>
    protected RevocableReplies(Dictionary<int, int> map, Inbox inbox) => (this.map, Inbox) = (map, inbox);

    /// <summary>The replies whose callers this thread is running; null if it runs none.</summary>
    public static RevocableReplies? OfThisThread => ofThisThread;

    /// <summary>Where requests from elsewhere come.</summary>
    protected Inbox Inbox { get; }

    /// <summary>How many requests were applied in the last turn.</summary>
    protected int Applied => batch.Count + far.Count;

    /// <summary>How many requests the callers made since the last turn.</summary>
    protected int Asked => near.Count;

    /// <summary>
    /// Asks for a read: the thread that is running the caller, if it runs callers of this inbox's owner, and else the inbox.
    /// </summary>
    /// <param name="inbox">The owner's inbox.</param>
    /// <param name="key">The key.</param>
    /// <param name="needsOwner">Whether nobody owned the inbox: the caller must now bring an owner.</param>
    public static ValueTask<int> Read(Inbox inbox, int key, out bool needsOwner)
    {
        if (OfThisThread is not { } running || !running.Serves(inbox))
        {
            return inbox.Read(key, out needsOwner);
        }

        var request = running.Next();
        var reply = request.BeginRead(key);
        needsOwner = running.MustPush(request);
        return reply;
    }

    /// <summary>Asks for a write, as <see cref="Read"/> does for a read.</summary>
    /// <param name="inbox">The owner's inbox.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">Its new value.</param>
    /// <param name="needsOwner">Whether nobody owned the inbox: the caller must now bring an owner.</param>
    public static ValueTask Write(Inbox inbox, int key, int value, out bool needsOwner)
    {
        if (OfThisThread is not { } running || !running.Serves(inbox))
        {
            return inbox.Write(key, value, out needsOwner);
        }

        var request = running.Next();
        var reply = request.BeginWrite(key, value);
        needsOwner = running.MustPush(request);
        return reply;
    }

    /// <summary>Whether a request for the owner of <paramref name="requested"/> belongs here, and still may come.</summary>
    public bool Serves(Inbox requested) => Inbox == requested && Volatile.Read(ref phase) == Replying;

    /// <summary>A request to fill in, which is then to be added.</summary>
    public TurnRequest Next() => near.Next();

    /// <summary>Adds the request that <see cref="Next"/> gave.</summary>
    /// <returns>False if the replies were revoked and the request was not handed over with them.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd()
    {
        var index = near.Count;
        near.Add();
        return Volatile.Read(ref phase) != Revoked || index < AwaitTakeover().Near;
    }

    /// <summary>Adds the request that <see cref="Next"/> gave, or pushes it onto the inbox if the replies were revoked before it was seen.</summary>
    /// <returns>Whether nobody owned the inbox: the caller must now bring an owner.</returns>
    public bool MustPush(TurnRequest request) => !TryAdd() && Inbox.Push(request);

    /// <summary>Revokes the replies if the thread stands where it stood at the last look. Only the watcher calls this.</summary>
    public bool TryRevokeIfStuck()
    {
        var position = (Volatile.Read(ref turn), Volatile.Read(ref cursor));
        var isStuck = position == seen;
        seen = position;
        return isStuck && TryRevoke();
    }

    /// <summary>Revokes the replies if the thread is running callers. Only the watcher calls this.</summary>
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

    /// <summary>Gives what was revoked to others: requests to a successor that is not at work yet, replies to the pool.</summary>
    public void HandOver(RevocableReplies successor)
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

    /// <summary>Gives a part of the requests since the last turn to another that is not at work yet. Not while callers run.</summary>
    /// <param name="other">The other.</param>
    /// <param name="parts">Of how many equal parts the other gets one; 1 or more.</param>
    public void GivePart(RevocableReplies other, int parts) => near.MoveLastTo(other.near, near.Count / parts);

    /// <summary>Gives the requests since the last turn to the inbox. Not while callers run.</summary>
    /// <returns>Whether nobody owned the inbox: the caller is its owner now.</returns>
    public bool GiveAll() => near.MoveAllTo(Inbox);

    /// <summary>Applies what the callers asked for since the last turn.</summary>
    /// <param name="fromInbox">Whether to apply what is in the inbox as well; only its owner may.</param>
    protected void Apply(bool fromInbox)
    {
        (batch, near) = (near, batch);
        near.Clear();
        far.Clear();
        foreach (var request in batch.Requests)
        {
            request.Apply(map);
        }

        if (!fromInbox || Inbox.IsEmpty)
        {
            return;
        }

        for (var request = Inbox.TakeAll(); request is not null; request = request.Next)
        {
            request.Apply(map);
            far.Add(request);
        }
    }

    /// <summary>Replies to what was applied, which runs the callers.</summary>
    /// <returns>False if the replies were revoked meanwhile.</returns>
    protected bool Reply()
    {
        turn++;
        cursor = -1;
        Volatile.Write(ref phase, Replying);
        ofThisThread = this;
        var kept = ReplyTo(batch.Requests, 0)
            && ReplyTo(CollectionsMarshal.AsSpan(far), batch.Count)
            && Interlocked.CompareExchange(ref phase, Applying, Replying) == Replying;
        ofThisThread = null;
        return kept;
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
