namespace KeyedState.Harness;

/// <summary>
/// What is known of the writes of a checking pass while it runs: which have begun, which have ended, and in
/// what order, by a clock that only writes move. Each writer notes its own.
/// </summary>
internal sealed class WriteLog
{
    private readonly int[] begun;
    private readonly long[][] ends;
    private readonly long[] overwritten;
    private readonly int[,] last;
    private long clock;

    /// <summary>Makes an empty log.</summary>
    public WriteLog(int keys, int writers, int writesPerWriter)
    {
        begun = new int[writers];
        ends = [.. Enumerable.Range(0, writers).Select(_ => new long[writesPerWriter + 1])];
        overwritten = new long[keys];
        last = new int[writers, keys];
    }

    /// <summary>Notes that a write begins.</summary>
    /// <returns>When, for <see cref="End"/>.</returns>
    public long Begin(NamedValue value)
    {
        last[value.Writer, value.Key] = value.Sequence;
        Volatile.Write(ref begun[value.Writer], value.Sequence);
        return Interlocked.Increment(ref clock);
    }

    /// <summary>Notes that the write that began at <paramref name="begin"/> has completed.</summary>
    public void End(NamedValue value, long begin)
    {
        Volatile.Write(ref ends[value.Writer][value.Sequence], Interlocked.Increment(ref clock));
        ref var latest = ref overwritten[value.Key];
        for (var seen = Volatile.Read(ref latest); seen < begin;)
        {
            seen = Interlocked.CompareExchange(ref latest, begin, seen) is var actual && actual == seen ? begin : actual;
        }
    }

    /// <summary>
    /// The latest begin of a write to <paramref name="key"/> that has completed by now; 0 if none has. What
    /// ended before it can't be read any more by a read that begins now.
    /// </summary>
    public long OverwrittenBefore(int key) => Volatile.Read(ref overwritten[key]);

    /// <summary>Whether the write of this value has begun.</summary>
    public bool HasBegun(NamedValue value) => value.Sequence <= Volatile.Read(ref begun[value.Writer]);

    /// <summary>When the write of this value ended; never, as far as is known, while that is not noted.</summary>
    public long EndOf(NamedValue value) =>
        Volatile.Read(ref ends[value.Writer][value.Sequence]) is > 0 and var end ? end : long.MaxValue;

    /// <summary>Whether this is its writer's last write to its key. Ask once the writers have ended.</summary>
    public bool IsLast(NamedValue value) => last[value.Writer, value.Key] == value.Sequence;
}
