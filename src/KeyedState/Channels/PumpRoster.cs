using System.Diagnostics;

namespace KeyedState;

/// <summary>The pumps of one state: those at work, and those that rest until they are needed again.</summary>
internal sealed class PumpRoster
{
    private readonly Dictionary<int, int> map = [];
    private readonly Inbox inbox;
    private readonly PumpTrials? trials;
    private readonly Lock gate = new();
    private readonly List<Pump> working = [];
    private readonly Stack<Pump> resting = new();
    private int count;
    private bool isUneven;
    private TaskCompletionSource? allRest;

    /// <summary>Makes a roster without pumps.</summary>
    /// <param name="inbox">Where requests come from callers that no pump runs.</param>
    /// <param name="most">Up to how many pumps one may be split into; more than there are processors would only wait for each other.</param>
    public PumpRoster(Inbox inbox, int most)
    {
        this.inbox = inbox;
        trials = most > 1 ? new PumpTrials(most) : null;
    }

    /// <summary>Held by the pump that has its turn, and only then is the dictionary touched.</summary>
    public Lock Turn { get; } = new();

    /// <summary>Whether a pump may be split. It may no longer be so when it is.</summary>
    public bool HasRoom => Volatile.Read(ref count) < Limit;

    /// <summary>
    /// Whether a pump that doesn't serve the inbox should join the one that does: there are more pumps than there may be, or one
    /// has so few callers that they had better be divided again.
    /// </summary>
    public bool IsToJoin => Volatile.Read(ref isUneven) || Volatile.Read(ref count) > Limit;

    private int Limit => trials is null ? 1 : trials.Limit;

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
            pump.CountCallers();
            other.CountCallers();
            Enter(other);
        }

        ThreadPool.UnsafeQueueUserWorkItem(other, preferLocal: false);
    }

    /// <summary>
    /// Gives a pump's callers to the pump that serves the inbox, and puts the pump to rest.
    /// </summary>
    /// <param name="pump">A pump between two turns, which doesn't serve the inbox. If it rests, its thread must not touch it afterwards.</param>
    /// <returns>False if the pump has to go on, because no pump should join any more or none serves the inbox.</returns>
    public bool TryJoin(Pump pump)
    {
        lock (gate)
        {
            if (!IsToJoin)
            {
                return false;
            }

            Volatile.Write(ref isUneven, false);
            if (pump.GiveAll())
            {
                // Nobody served the inbox: this pump does from now on, and finds there what it gave.
                pump.OwnsInbox = true;
                return false;
            }

            Leave(pump);
            return true;
        }
    }

    /// <summary>Counts what a pump served. At the end of a period this decides how many pumps there may be, and whether they are uneven.</summary>
    /// <param name="pump">A pump between two turns.</param>
    /// <param name="served">How many operations it served since its last report.</param>
    public void Report(Pump pump, int served)
    {
        if (trials is null)
        {
            return;
        }

        lock (gate)
        {
            pump.CountCallers();
            if (trials.Count(served, Stopwatch.GetTimestamp()))
            {
                Volatile.Write(ref isUneven, AreUneven());
            }
        }
    }

    /// <summary>Puts a pump to rest that has nothing more to do. Its thread must not touch it afterwards.</summary>
    public void Rest(Pump pump)
    {
        lock (gate)
        {
            pump.OwnsInbox = false;
            Leave(pump);
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

    // A pump with few callers fetches the dictionary for the sake of few. New callers all come to the pump that serves the inbox.
    private bool AreUneven()
    {
        var (fewest, all) = (int.MaxValue, 0);
        foreach (var pump in working)
        {
            fewest = Math.Min(fewest, pump.Callers);
            all += pump.Callers;
        }

        return fewest * working.Count * 2 < all;
    }

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
        if (count == 0)
        {
            trials?.Restart(Stopwatch.GetTimestamp());
        }

        working.Add(pump);
        Volatile.Write(ref count, working.Count);
    }

    private void Leave(Pump pump)
    {
        working.Remove(pump);
        resting.Push(pump);
        Volatile.Write(ref count, working.Count);
    }
}
