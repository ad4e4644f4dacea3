using System.Diagnostics;

namespace KeyedState.Harness;

/// <summary>
/// Lets workers pause for a fixed time each, by one thread of its own that sleeps from deadline to deadline.
/// </summary>
/// <remarks>
/// <para>
/// The runtime's own timers are as coarse as the kernel's tick (4 ms at 250 Hz), so that pauses of a
/// millisecond by <see cref="Task.Delay(TimeSpan)"/> reach about a quarter of the intended rate.
/// </para>
/// <para>
/// Nobody wakes the thread when a pause begins: it never sleeps longer than one pause, and nothing that
/// begins meanwhile can be over before that.
/// </para>
/// </remarks>
public sealed class Pacer : IDisposable
{
    private readonly Lock gate = new();
    private readonly DeadlineQueue<Pause> queue;
    private readonly Thread thread;
    private readonly Func<DeadlineSleep> sleep;
    private bool stopped;

    /// <summary>Starts the thread.</summary>
    /// <param name="length">How long every pause is; more than zero.</param>
    public Pacer(TimeSpan length)
        : this(length, DeadlineSleep.OfThisThread)
    {
    }

    internal Pacer(TimeSpan length, Func<DeadlineSleep> sleep)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero);
        this.sleep = sleep;
        queue = new DeadlineQueue<Pause>((long)Math.Ceiling(length.TotalSeconds * Stopwatch.Frequency));
        thread = new Thread(Pace) { IsBackground = true, Name = nameof(Pacer) };
        thread.Start();
    }

    /// <summary>
    /// Ends every outstanding pause, which says so to its worker, and then the thread. Takes at most about
    /// the length of one pause.
    /// </summary>
    public void Dispose()
    {
        Stop();
        thread.Join();
    }

    /// <summary>Lets no worker begin another pause; those whose pause is over go on for one operation more. Does not wait for anything.</summary>
    internal void Stop()
    {
        lock (gate)
        {
            stopped = true;
        }
    }

    /// <summary>Has <paramref name="pause"/> end when its time has passed.</summary>
    /// <returns>False if the pacer was disposed of.</returns>
    internal bool TryBegin(Pause pause)
    {
        lock (gate)
        {
            if (!stopped)
            {
                // The clock is read under the lock, so that the queue sees it move forward only.
                queue.Add(Stopwatch.GetTimestamp(), pause);
            }

            return !stopped;
        }
    }

    private void Pace()
    {
        var sleeper = sleep();
        var ended = new List<Pause>();
        while (TryTake(ended, out var next))
        {
            EndAll(ended, goOn: true);
            sleeper.Until(next);
        }

        EndAll(ended, goOn: false);
    }

    private bool TryTake(List<Pause> ended, out long next)
    {
        lock (gate)
        {
            next = queue.TakeDue(Stopwatch.GetTimestamp(), ended);
            if (stopped)
            {
                queue.TakeAll(ended);
            }

            return !stopped;
        }
    }

    private static void EndAll(List<Pause> ended, bool goOn)
    {
        foreach (var pause in ended)
        {
            pause.End(goOn);
        }

        ended.Clear();
    }
}
