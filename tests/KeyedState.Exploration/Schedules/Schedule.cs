using Microsoft.Coyote.Runtime;

namespace KeyedState.Exploration;

/// <summary>
/// One order of the steps of some threads. Each thread stops before each of its steps, and Coyote chooses whose comes next;
/// between two steps a thread has the process for itself.
/// </summary>
internal sealed class Schedule : IDisposable
{
    // A condition that held may have been undone by a thread that was chosen first, but not for ever.
    private const int MostLooks = 1000;

    [ThreadStatic]
    private static Schedule? ofThisThread;

    private int threads;
    private int changes;
    private int ticks;
    private volatile bool isOver;

    private Schedule()
    {
    }

    // Told to timers, which would wait for a tick for ever.
    private event Action? Closing;

    private static Schedule Current => ofThisThread ?? throw new InvalidOperationException("This thread belongs to no schedule.");

    /// <summary>Begins a schedule with this thread, which Coyote has started.</summary>
    public static Schedule Begin()
    {
        var schedule = new Schedule();
        schedule.Enter();
        return schedule;
    }

    /// <summary>Lets any thread go first.</summary>
    public static void Step()
    {
        Current.ThrowIfOver();
        SchedulingPoint.Interleave();
    }

    /// <summary>Stops this thread until a condition holds. That it never does is a deadlock, which ends the exploration.</summary>
    public static void Await(Func<bool> condition)
    {
        var schedule = Current;
        for (var looks = 0; !condition(); looks++)
        {
            schedule.ThrowIfOver();
            if (looks == MostLooks)
            {
                throw new ScheduleOverException();
            }

            Operation.PauseUntil(condition);
        }
    }

    /// <summary>
    /// Stops a thread that spins until another has changed something: to let it spin would only make schedules longer.
    /// There is no step between its last look and this, so that no change is missed.
    /// </summary>
    public static void AwaitChange()
    {
        var schedule = Current;
        var seen = schedule.changes;
        Await(() => schedule.changes != seen);
    }

    /// <summary>Notes that something changed that a spinning thread may wait for.</summary>
    public static void NoteChange() => Current.changes++;

    /// <summary>Starts one more thread.</summary>
    public static void Start(Action work)
    {
        var schedule = Current;
        schedule.ThrowIfOver();
        var id = Operation.CreateNext() ?? throw new ScheduleOverException();
        schedule.threads++;
        Operation.Start(id);
        new System.Threading.Thread(() => schedule.Run(id, work)) { IsBackground = true }.Start();
    }

    /// <summary>Allows timers to tick so many times more.</summary>
    public static void AllowTicks(int more) => Current.ticks += more;

    /// <summary>Calls back, as often as ticks are allowed, whenever the timer is set.</summary>
    public static void StartTimer(Func<bool> isSet, Action tick)
    {
        var schedule = Current;
        var isClosing = false;
        schedule.Closing += () => isClosing = true;
        Start(() =>
        {
            while (true)
            {
                Await(() => isClosing || (schedule.ticks > 0 && isSet()));
                if (isClosing)
                {
                    return;
                }

                schedule.ticks--;
                tick();
            }
        });
    }

    /// <summary>Ends the exploration: this schedule shows what must not be.</summary>
    public static void Fail(string reason) => RuntimeProvider.Current.Assert(false, "{0}", reason);

    /// <summary>Waits until all threads have ended. One that never does is a deadlock.</summary>
    public void AwaitThreads()
    {
        Closing?.Invoke();
        Await(() => threads == 0);
    }

    /// <summary>Unwinds what still runs.</summary>
    public void Dispose()
    {
        isOver = true;
        ofThisThread = null;
    }

    private void Enter()
    {
        ofThisThread = this;

        // With Coyote's own, a caller would be resumed on a thread that no schedule sees, instead of where its answer is given.
        SynchronizationContext.SetSynchronizationContext(null);
    }

    private void Run(ulong id, Action work)
    {
        try
        {
            Operation.OnStarted(id);
            Enter();
            work();
            threads--;
            Operation.OnCompleted();
            Operation.ScheduleNext();
        }
        catch (Exception exception) when (exception is ThreadInterruptedException or ScheduleOverException)
        {
            // The schedule has ended, here or elsewhere.
        }
        catch (Exception exception)
        {
            FailAtEnd(exception);
        }
    }

    private static void FailAtEnd(Exception exception)
    {
        try
        {
            Fail(exception.ToString());
        }
        catch (Exception)
        {
            // Coyote unwinds the thread that failed.
        }
    }

    private void ThrowIfOver()
    {
        if (isOver)
        {
            throw new ScheduleOverException();
        }
    }
}
