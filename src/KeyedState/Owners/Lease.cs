namespace KeyedState;

/// <summary>
/// The right to touch a dictionary, held by one thread at a time, and the turns that are taken under it. A
/// turn applies everything that was asked for and then runs the callers, on the same thread and without
/// giving the right up, so that no other core need be woken.
/// </summary>
/// <remarks>
/// A caller that blocks would keep the owner from its next turn. The watcher therefore may revoke the lease while
/// callers run. The thread ends its replies by a compare-and-swap before each turn and can't be revoked then, and so
/// nobody else ever touches the dictionary at the same time.
/// </remarks>
internal sealed class Lease(Dictionary<int, int> map, Inbox inbox) : RevocableReplies(map, inbox), IThreadPoolWorkItem
{
    // A turn has as many replies as there are callers, so this many turns leave the pool's other work waiting for about a millisecond.
    private const int TurnsBeforeYield = 128;

    /// <summary>Takes turns until there is nothing to do, the lease is revoked, or others have waited long enough for the thread.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        for (var turns = 0; turns < TurnsBeforeYield; turns++)
        {
            Apply(fromInbox: true);
            if (!Reply() || (Asked == 0 && Inbox.TryDisown()))
            {
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }
}
