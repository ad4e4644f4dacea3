namespace KeyedState.Harness;

/// <summary>When operations are to start and whose they are, drawn before the first of them does.</summary>
public sealed class ArrivalSchedule
{
    private readonly long[] times;
    private readonly int[] workers;
    private readonly long[][] timesOfWorkers;

    private ArrivalSchedule(long[] times, int[] workers, int workerCount)
    {
        (this.times, this.workers) = (times, workers);
        var counts = new int[workerCount];
        foreach (var worker in workers)
        {
            counts[worker]++;
        }

        timesOfWorkers = [.. counts.Select(count => new long[count])];
        Array.Clear(counts);
        for (var arrival = 0; arrival < times.Length; arrival++)
        {
            var worker = workers[arrival];
            timesOfWorkers[worker][counts[worker]++] = times[arrival];
        }
    }

    /// <summary>How many arrivals there are.</summary>
    public int Count => times.Length;

    /// <summary>All arrivals in order, in nanoseconds from the start.</summary>
    public ReadOnlySpan<long> Times => times;

    /// <summary>The worker of each arrival, by its number from 0.</summary>
    public ReadOnlySpan<int> Workers => workers;

    /// <summary>
    /// A Poisson process: the gaps are exponential, and each arrival belongs to any worker with the same probability, which
    /// gives each worker a Poisson process of its own (J. F. C. Kingman, Poisson Processes, Oxford 1993, sections 4.1 and 5.1).
    /// </summary>
    /// <param name="rate">Arrivals per second, those of all workers together; above 0.</param>
    /// <param name="length">How long arrivals go on.</param>
    /// <param name="workers">How many workers there are; 1 or more.</param>
    /// <param name="seed">What everything is drawn from.</param>
    public static ArrivalSchedule Poisson(double rate, TimeSpan length, int workers, int seed)
    {
        Check(rate, workers);
        // Drawn twice, so that nothing is thrown away which would be collected while a state is measured.
        var count = 0;
        Draw((_, _) => count++);
        var (times, whose, next) = (new long[count], new int[count], 0);
        Draw((time, worker) => (times[next], whose[next++]) = (time, worker));
        return new(times, whose, workers);

        void Draw(Action<long, int> take)
        {
            var random = new Random(seed);
            for (var time = Gap(random); time < length.TotalNanoseconds; time += Gap(random))
            {
                take((long)time, random.Next(workers));
            }
        }

        double Gap(Random random) => -Math.Log(1 - random.NextDouble()) * 1e9 / rate;
    }

    /// <summary>Evenly spaced arrivals, dealt out to the workers in turn, in an order that is drawn once.</summary>
    /// <inheritdoc cref="Poisson"/>
    public static ArrivalSchedule Even(double rate, TimeSpan length, int workers, int seed)
    {
        Check(rate, workers);
        int[] order = [.. Enumerable.Range(0, workers)];
        new Random(seed).Shuffle(order);
        var count = (int)(rate * length.TotalSeconds);
        var (times, whose) = (new long[count], new int[count]);
        for (var arrival = 0; arrival < count; arrival++)
        {
            (times[arrival], whose[arrival]) = ((long)(arrival * 1e9 / rate), order[arrival % workers]);
        }

        return new(times, whose, workers);
    }

    /// <summary>The arrivals of a worker, in nanoseconds from the start.</summary>
    /// <param name="worker">Its number from 0.</param>
    public ReadOnlySpan<long> Of(int worker) => timesOfWorkers[worker];

    /// <summary>How many arrivals are due before a time.</summary>
    /// <param name="time">In nanoseconds from the start.</param>
    public int DueBefore(long time)
    {
        // The first of several at once, where the search may find any.
        var at = Array.BinarySearch(times, time);
        at = at < 0 ? ~at : at;
        while (at > 0 && times[at - 1] >= time)
        {
            at--;
        }

        return at;
    }

    private static void Check(double rate, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
    }
}
