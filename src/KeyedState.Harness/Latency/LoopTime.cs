namespace KeyedState.Harness;

/// <summary>The time that a protocol goes by: a clock, how to wait for workers, and who lets arrivals go when they are due.</summary>
internal abstract class LoopTime
{
    /// <summary>This machine's time.</summary>
    public static LoopTime Real { get; } = new MachineTime();

    /// <summary>What it takes to read the clock, in nanoseconds.</summary>
    public abstract double ReadCost { get; }

    /// <summary>How many workers can be at work at once.</summary>
    public abstract int Cores { get; }

    /// <summary>What the threads of this process have used of the cores so far.</summary>
    public abstract TimeSpan CpuTime { get; }

    /// <summary>The present, in nanoseconds from some instant.</summary>
    public abstract long Now();

    /// <summary>Waits until a time has come or a crew's workers have ended.</summary>
    /// <param name="crew">Workers that were released.</param>
    /// <param name="until">On this clock.</param>
    /// <returns>Whether the workers have ended.</returns>
    /// <exception cref="Exception">Whatever the first failing worker threw, as it threw it.</exception>
    public abstract bool Await(WorkerCrew crew, long until);

    /// <summary>Begins to let arrivals go when they are due, until what is returned is disposed of.</summary>
    /// <param name="arrivals">The arrivals.</param>
    public abstract IDisposable Pace(ArrivalGate arrivals);
}
