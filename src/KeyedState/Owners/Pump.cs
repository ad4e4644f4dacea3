namespace KeyedState;

/// <summary>
/// A work item of the pool that serves some of the callers: it applies what they asked for in a turn, which only one
/// pump has at a time, and runs them afterwards, beside the other pumps.
/// </summary>
/// <remarks>
/// A caller that a pump runs asks that pump again, without a wake-up or an interlocked operation, and so stays on its
/// processor. What callers from elsewhere ask comes to the pump that owns the inbox. <see cref="PumpTrials"/> decides how many
/// pumps there may be. When it changes the number, all pumps join the one that owns the inbox, which then divides the callers anew.
/// </remarks>
internal sealed class Pump(Dictionary<int, int> map, Inbox inbox, PumpRoster roster) : RevocableReplies(map, inbox), IThreadPoolWorkItem
{
    // As many as a lease takes.
    private const int TurnsBeforeYield = 128;

    // With fewer callers a turn of its own costs a pump more than a processor of its own gains.
    private const int FewestCallers = 8;

    // Some 20 times in a period.
    private const int TurnsBeforeLook = 16;

    private long served;
    private bool isToJoin;

    /// <summary>Whether the pump serves the inbox. Only the roster sets it, while the pump is not at work or between two turns.</summary>
    public bool OwnsInbox { get; set; }

    /// <summary>Whether the pump is to join the one that serves the inbox, unless it is that pump. Only the roster sets it.</summary>
    public bool IsToJoin
    {
        get => Volatile.Read(ref isToJoin);
        set => Volatile.Write(ref isToJoin, value);
    }

    /// <summary>How many operations the pump has applied since it was made. Any thread may read it.</summary>
    public long Served => Volatile.Read(ref served);

    /// <summary>Among how many pumps its callers may be divided; 1 or less if they are too few. Only between two turns.</summary>
    public int MostParts => Asked / FewestCallers;

    /// <summary>Takes turns until there is nothing to do, the pump is revoked, or others have waited long enough for the thread.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        for (var turns = 0; turns < TurnsBeforeYield; turns++)
        {
            // Pumps wait here only for each other's turns, which are short and end whatever callers do.
            lock (roster.Turn)
            {
                Apply(OwnsInbox);
            }

            Volatile.Write(ref served, served + Applied);
            if (!Reply())
            {
                return;
            }

            if (Asked == 0 && (!OwnsInbox || Inbox.TryDisown()))
            {
                roster.Rest(this);
                return;
            }

            if (turns % TurnsBeforeLook == TurnsBeforeLook - 1)
            {
                roster.Look(this);
            }

            if (!OwnsInbox && IsToJoin && roster.TryJoin(this))
            {
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }
}
