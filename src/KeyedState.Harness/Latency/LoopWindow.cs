namespace KeyedState.Harness;

/// <summary>The measured part of a loop's time. Workers look at it while it is set.</summary>
internal sealed class LoopWindow
{
    private long start = long.MaxValue;
    private long end = long.MaxValue;

    /// <summary>When it starts, in nanoseconds on the loop's clock; never, until it is set.</summary>
    public long Start => Volatile.Read(ref start);

    /// <summary>When it ends.</summary>
    public long End => Volatile.Read(ref end);

    /// <summary>Sets it.</summary>
    /// <param name="from">When it starts.</param>
    /// <param name="until">When it ends.</param>
    public void Set(long from, long until)
    {
        Volatile.Write(ref end, until);
        Volatile.Write(ref start, from);
    }

    /// <summary>Whether a time lies in it.</summary>
    /// <param name="time">On the loop's clock.</param>
    public bool Holds(long time) => time >= Start && time < End;
}
