using System.Diagnostics.CodeAnalysis;

namespace KeyedState;

/// <summary>
/// Looks from time to time whether the thread that holds a lease gets on with its callers, and has the lease
/// replaced if it does not. It ticks only while there is an owner.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A timer at rest holds no resource, and this one goes to rest by itself.")]
internal sealed class LeaseWatcher
{
    // A caller that blocks delays the others by up to two ticks, and by what the pool takes to have a thread for the tick and
    // for its successor: half a second if blocked callers hold all that it has. A tick costs a wake-up of another thread.
    private const int TickMilliseconds = 10;

    // So that a state which is asked now and then does not start and stop the timer each time.
    private const int IdleTicksBeforeRest = 50;

    private readonly LeaseOwnerState state;
    private readonly Timer timer;
    private int ticking;
    private int looking;
    private int idleTicks;
    private (Lease? Lease, (int, int) Position) last;

    public LeaseWatcher(LeaseOwnerState state)
    {
        this.state = state;
        timer = new Timer(static watcher => ((LeaseWatcher)watcher!).Tick(), this, Timeout.Infinite, Timeout.Infinite);
    }

    /// <summary>Makes sure that the watcher ticks. Call it after the state got an owner.</summary>
    public void Wake()
    {
        if (Volatile.Read(ref ticking) == 0 && Interlocked.Exchange(ref ticking, 1) == 0)
        {
            timer.Change(TickMilliseconds, TickMilliseconds);
        }
    }

    private void Tick()
    {
        // A tick that comes while the one before it still runs has nothing to add.
        if (Interlocked.Exchange(ref looking, 1) != 0)
        {
            return;
        }

        if (state.IsUnowned)
        {
            RestIfLongIdle();
        }
        else
        {
            idleTicks = 0;
            Look(state.Current);
        }

        Volatile.Write(ref looking, 0);
    }

    private void Look(Lease lease)
    {
        var seen = (lease, lease.Position);
        if (seen == last && lease.TryRevoke())
        {
            state.Succeed(lease);
        }

        last = seen;
    }

    private void RestIfLongIdle()
    {
        if (++idleTicks < IdleTicksBeforeRest)
        {
            return;
        }

        idleTicks = 0;
        last = default;
        timer.Change(Timeout.Infinite, Timeout.Infinite);

        // Whoever brings an owner pushes first and looks at the flag second, so one of the two sees the other.
        Interlocked.Exchange(ref ticking, 0);
        if (!state.IsUnowned)
        {
            Wake();
        }
    }
}
