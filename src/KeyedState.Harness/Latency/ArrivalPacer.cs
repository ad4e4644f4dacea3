namespace KeyedState.Harness;

/// <summary>Lets arrivals go when they are due, by one thread that sleeps from each to the next.</summary>
/// <remarks>
/// It spins for none: on two cores it would take one of them from the states. What it is late by, and what it takes to wake
/// a thread of the pool, is in every response time; the empty state's row shows how much that is.
/// </remarks>
internal sealed class ArrivalPacer : IDisposable
{
    private readonly Thread thread;
    private readonly ArrivalGate arrivals;

    /// <summary>Starts the thread.</summary>
    /// <param name="arrivals">The arrivals.</param>
    /// <param name="time">The clock that they are due by.</param>
    public ArrivalPacer(ArrivalGate arrivals, MachineTime time)
    {
        this.arrivals = arrivals;
        thread = new Thread(() => Pace(arrivals, time)) { IsBackground = true, Name = nameof(ArrivalPacer) };
        thread.Start();
    }

    /// <summary>Closes the gate and ends the thread, which may take until the next arrival would be due.</summary>
    public void Dispose()
    {
        arrivals.Close();
        thread.Join();
    }

    private static void Pace(ArrivalGate arrivals, MachineTime time)
    {
        var sleeper = DeadlineSleep.OfThisThread();
        while (arrivals.ReleaseDue(time.Now()) is { } next)
        {
            sleeper.Until(MachineTime.ToTimestamp(next));
        }
    }
}
