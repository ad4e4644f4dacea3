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
    private long servedBefore;
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

    /// <summary>Whether no pump is at work.</summary>
    public bool IsIdle
    {
        get
        {
            lock (gate)
            {
                return working.Count == 0;
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

    /// <summary>
    /// Gives a pump's callers to the pump that serves the inbox, and puts the pump to rest.
    /// </summary>
    /// <param name="pump">A pump between two turns, which doesn't serve the inbox. If it rests, its thread must not touch it afterwards.</param>
    /// <returns>False if the pump has to go on, because none serves the inbox.</returns>
    public bool TryJoin(Pump pump)
    {
        lock (gate)
        {
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

    /// <summary>
    /// Looks whether a period is over. At its end it is decided how many pumps there may be: if the number changes, all are to join, and
    /// the one that is left by the end of the next period is divided.
    /// </summary>
    /// <param name="pump">A pump between two turns.</param>
    public void Look(Pump pump)
    {
        if (trials is null)
        {
            return;
        }

        if (!trials.IsOver(Stopwatch.GetTimestamp()))
        {
            return;
        }

        lock (gate)
        {
            // Another pump may have been first, and what is served while this one waits has its time.
            var now = Stopwatch.GetTimestamp();
            if (trials.IsOver(now))
            {
                EndPeriod(pump, trials, now);
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

    /// <summary>How many operations the pumps have applied so far, exact to a turn of each. Not while a pump comes or leaves.</summary>
    public long CountServed()
    {
        var served = servedBefore;
        foreach (var pump in working)
        {
            served += pump.Served;
        }

        return served;
    }

    // Whoever pushed the first request starts a pump only afterwards. Until then no pump is counted, but the inbox has an owner;
    // and a pump that gives the inbox up is counted until it rests, so that this is looked at once more.
    private bool IsDone => working.Count == 0 && inbox.IsUnowned;

    private void EndPeriod(Pump pump, PumpTrials trials, long now)
    {
        if (trials.EndPeriod(CountServed(), now))
        {
            foreach (var each in working)
            {
                each.IsToJoin = true;
            }
        }

        // The callers are divided by the last pump left and not before a period has passed, so that most of those that come together
        // have come and the parts are equal. Who comes later is divided up with the others after the next trial.
        if (working.Count == 1)
        {
            Divide(pump, Math.Min(trials.Limit, pump.MostParts));
        }
    }

    private void Divide(Pump pump, int parts)
    {
        for (var left = parts; left > 1; left--)
        {
            var other = Take();
            pump.GivePart(other, left);
            Enter(other);
            ThreadPool.UnsafeQueueUserWorkItem(other, preferLocal: false);
        }
    }

    // The pump that was revoked is never used again: its thread will yet look how far its replies are its own.
    private void Replace(Pump revoked)
    {
        var successor = Take();
        successor.OwnsInbox = revoked.OwnsInbox;
        revoked.HandOver(successor);
        Remove(revoked);
        Enter(successor);
        successor.IsToJoin = revoked.IsToJoin;
        ThreadPool.UnsafeQueueUserWorkItem(successor, preferLocal: false);
    }

    private Pump Take() => resting.TryPop(out var pump) ? pump : new Pump(map, inbox, this);

    private void Enter(Pump pump)
    {
        if (working.Count == 0)
        {
            trials?.Restart(servedBefore, Stopwatch.GetTimestamp());
        }

        pump.IsToJoin = false;
        servedBefore -= pump.Served;
        working.Add(pump);
    }

    private void Leave(Pump pump)
    {
        Remove(pump);
        resting.Push(pump);
    }

    private void Remove(Pump pump)
    {
        servedBefore += pump.Served;
        working.Remove(pump);
    }
}
