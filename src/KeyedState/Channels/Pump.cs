namespace KeyedState;

/// <summary>
/// A work item of the pool that serves some of the callers: it applies what they asked for in a turn, which only one
/// pump has at a time, and runs them afterwards, beside the other pumps.
/// </summary>
/// <remarks>
/// A caller that a pump runs asks that pump again, without a wake-up or an interlocked operation, and so stays on its
/// processor. What callers from elsewhere ask comes to the pump that owns the inbox. <see cref="PumpTrials"/> decides how many
/// pumps there may be; beyond that they join the one that owns the inbox.
/// </remarks>
internal sealed class Pump(Dictionary<int, int> map, Inbox inbox, PumpRoster roster) : RevocableReplies(map, inbox), IThreadPoolWorkItem
{
    // As many as a lease takes.
    private const int TurnsBeforeYield = 128;

    // With fewer callers a turn of its own costs a pump more than a processor of its own gains.
    private const int FewestToSplit = 16;

    // Several times in a millisecond.
    private const int TurnsBeforeReport = 32;

    /// <summary>Whether the pump serves the inbox. Only the roster sets it, while the pump is not at work or between two turns.</summary>
    public bool OwnsInbox { get; set; }

    /// <summary>How many callers the pump had when they were last counted.</summary>
    public int Callers { get; private set; }

    /// <summary>Brings <see cref="Callers"/> up to date. Only between two turns: then each caller has asked once.</summary>
    public void CountCallers() => Callers = Asked;

    /// <summary>Takes turns until there is nothing to do, the pump is revoked, or others have waited long enough for the thread.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        var served = 0;
        for (var turns = 0; turns < TurnsBeforeYield; turns++)
        {
            // Pumps wait here only for each other's turns, which are short and end whatever callers do.
            lock (roster.Turn)
            {
                Apply(OwnsInbox);
            }

            if (!Reply())
            {
                return;
            }

            if (Asked == 0 && (!OwnsInbox || Inbox.TryDisown()))
            {
                roster.Rest(this);
                return;
            }

            served += Applied;
            if (turns % TurnsBeforeReport == TurnsBeforeReport - 1)
            {
                roster.Report(this, served);
                served = 0;
            }

            if (Asked >= FewestToSplit && roster.HasRoom)
            {
                roster.Split(this);
            }
            else if (!OwnsInbox && roster.IsToJoin && roster.TryJoin(this))
            {
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }
}
