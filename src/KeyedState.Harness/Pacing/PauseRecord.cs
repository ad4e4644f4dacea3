namespace KeyedState.Harness;

/// <summary>The lengths of many workers' pauses, from which the shortest and the median can be told. Any thread may add.</summary>
internal sealed class PauseRecord
{
    // A histogram of microseconds: memory doesn't grow with the time that a run takes.
    private const int Buckets = 100_000;

    private readonly int[] counts = new int[Buckets];
    private long shortest = long.MaxValue;

    /// <summary>The shortest pause, exactly; null before the first.</summary>
    public TimeSpan? Shortest => Volatile.Read(ref shortest) is var ticks && ticks == long.MaxValue ? null : new TimeSpan(ticks);

    /// <summary>
    /// The median in whole microseconds, rounded down; null before the first pause. Pauses of 0.1 s and more
    /// count as that.
    /// </summary>
    public TimeSpan? Median
    {
        get
        {
            var below = (counts.Sum(count => (long)count) + 1) / 2;
            var bucket = -1;
            while (below > 0)
            {
                below -= counts[++bucket];
            }

            return bucket < 0 ? null : TimeSpan.FromMicroseconds(bucket);
        }
    }

    /// <summary>Forgets what was added. Of pauses that are added meanwhile, some may stay and some be forgotten.</summary>
    public void Clear()
    {
        Array.Clear(counts);
        Volatile.Write(ref shortest, long.MaxValue);
    }

    /// <summary>Adds a pause.</summary>
    public void Add(TimeSpan pause)
    {
        var bucket = Math.Clamp((long)pause.TotalMicroseconds, 0, Buckets - 1);
        Interlocked.Increment(ref counts[bucket]);
        var known = Volatile.Read(ref shortest);
        while (pause.Ticks < known)
        {
            known = Interlocked.CompareExchange(ref shortest, pause.Ticks, known) is var seen && seen == known ? pause.Ticks : seen;
        }
    }
}
