using System.Diagnostics.CodeAnalysis;

namespace KeyedState;

/// <summary>
/// Has an owner look from time to time whether its threads get on with their callers, and replace those that do not.
/// It ticks only while the owner is at work.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A timer at rest holds no resource, and this one goes to rest by itself.")]
internal sealed class BlockedCallerWatcher
{
    // A caller that blocks delays the others by up to two ticks, and by what the pool takes to have a thread for the tick and
    // for its successor: half a second if blocked callers hold all that it has. A tick costs a wake-up of another thread.
    private const int TickMilliseconds = 10;

    // So that a state which is asked now and then does not start and stop the timer each time.
    private const int IdleTicksBeforeRest = 50;

    private readonly IWatchedOwner owner;
    private readonly Timer timer;
    private int ticking;
    private int looking;
    private int idleTicks;

    public BlockedCallerWatcher(IWatchedOwner owner)
    {
        this.owner = owner;
        timer = new Timer(static watcher => ((BlockedCallerWatcher)watcher!).Tick(), this, Timeout.Infinite, Timeout.Infinite);
    }

    /// <summary>Makes sure that the watcher ticks. Call it after the owner went to work.</summary>
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

        if (owner.IsIdle)
        {
            RestIfLongIdle();
        }
        else
        {
            idleTicks = 0;
            owner.ReplaceStuck();
        }

        Volatile.Write(ref looking, 0);
    }

    private void RestIfLongIdle()
    {
        if (++idleTicks < IdleTicksBeforeRest)
        {
            return;
        }

        idleTicks = 0;
        timer.Change(Timeout.Infinite, Timeout.Infinite);

        // An owner goes to work first and looks at the flag second, so one of the two sees the other.
        Interlocked.Exchange(ref ticking, 0);
        if (!owner.IsIdle)
        {
            Wake();
        }
    }
}
