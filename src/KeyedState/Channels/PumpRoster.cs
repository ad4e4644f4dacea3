namespace KeyedState;

/// <summary>The pumps of one state: those at work, and those that rest until they are needed again.</summary>
internal sealed class PumpRoster
{
    private readonly Dictionary<int, int> map = [];
    private readonly Inbox inbox;
    private readonly int most;
    private readonly Lock gate = new();
    private readonly List<Pump> working = [];
    private readonly Stack<Pump> resting = new();
    private int count;
    private TaskCompletionSource? allRest;

    /// <summary>Makes a roster without pumps.</summary>
    /// <param name="inbox">Where requests come from callers that no pump runs.</param>
    /// <param name="most">Up to how many pumps one may be split into; more than there are processors would only wait for each other.</param>
    public PumpRoster(Inbox inbox, int most)
    {
        this.inbox = inbox;
        this.most = most;
    }

    /// <summary>Held by the pump that has its turn, and only then is the dictionary touched.</summary>
    public Lock Turn { get; } = new();

    /// <summary>Whether a pump may be split. It may no longer be so when it is.</summary>
    public bool HasRoom => Volatile.Read(ref count) < most;

    /// <summary>Whether no pump is at work.</summary>
    public bool IsIdle
    {
        get
        {
            lock (gate)
            {
                return count == 0;
            }
        }
    }

    /// <summary>Sets a pump to work that serves the inbox. Whoever made the inbox an owned one calls this.</summary>
    public void Start()
    {
        Pump pump;
        lock (gate)
        {
            pump = Take();
            pump.OwnsInbox = true;
            Enter(pump);
        }

        ThreadPool.UnsafeQueueUserWorkItem(pump, preferLocal: false);
    }

    /// <summary>Gives half of a pump's callers to one more pump, if there is room.</summary>
    /// <param name="pump">A pump between two turns.</param>
    public void Split(Pump pump)
    {
        Pump other;
        lock (gate)
        {
            if (!HasRoom)
            {
                return;
            }

            other = Take();
            pump.GiveHalf(other);
            Enter(other);
        }

        ThreadPool.UnsafeQueueUserWorkItem(other, preferLocal: false);
    }

    /// <summary>Puts a pump to rest that has nothing more to do. Its thread must not touch it afterwards.</summary>
    public void Rest(Pump pump)
    {
        lock (gate)
        {
            working.Remove(pump);
            pump.OwnsInbox = false;
            resting.Push(pump);
            Volatile.Write(ref count, working.Count);
            if (IsDone)
            {
                allRest?.SetResult();
                allRest = null;
            }
        }
    }

    /// <summary>Sets another pump to the work of each that has not come on since the last look. Only the watcher calls this.</summary>
    public void ReplaceStuck()
    {
        lock (gate)
        {
            for (var i = working.Count - 1; i >= 0; i--)
            {
                if (working[i].TryRevokeIfStuck())
                {
                    Replace(working[i]);
                }
            }
        }
    }

    /// <summary>
    /// Completes once no pump is at work and none is on its way. Everything that was asked before the call is applied then.
    /// </summary>
    public Task WhenAllRest()
    {
        lock (gate)
        {
            return IsDone
                ? Task.CompletedTask
                : (allRest ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    // Whoever pushed the first request starts a pump only afterwards. Until then no pump is counted, but the inbox has an owner;
    // and a pump that gives the inbox up is counted until it rests, so that this is looked at once more.
    private bool IsDone => count == 0 && inbox.IsUnowned;

    // The pump that was revoked is never used again: its thread will yet look how far its replies are its own.
    private void Replace(Pump revoked)
    {
        var successor = Take();
        successor.OwnsInbox = revoked.OwnsInbox;
        revoked.HandOver(successor);
        working.Remove(revoked);
        Enter(successor);
        ThreadPool.UnsafeQueueUserWorkItem(successor, preferLocal: false);
    }

    private Pump Take() => resting.TryPop(out var pump) ? pump : new Pump(map, inbox, this);

    private void Enter(Pump pump)
    {
        working.Add(pump);
        Volatile.Write(ref count, working.Count);
    }
}
