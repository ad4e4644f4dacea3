namespace KeyedState.Harness;

/// <summary>What one worker of a closed loop notes: some of its times, and how long it completed nothing.</summary>
/// <param name="number">The worker's number, which its gaps are drawn from.</param>
internal sealed class ClosedWorker(int number)
{
    private const ulong Multiplier = 6_364_136_223_846_793_005;
    private const ulong Increment = 1_442_695_040_888_963_407;

    private ulong gaps = ((ulong)number << 33) + 1;
    private long latest;

    /// <summary>Stands for an operation whose time is not taken.</summary>
    public const long Untimed = 0;

    /// <summary>The times that were taken of operations that ended within the window.</summary>
    public LatencyRecorder Times { get; } = new();

    /// <summary>The longest time in the window in which it completed nothing, by what was seen of it: at most the operations between two times too long.</summary>
    public long LongestGap { get; private set; }

    /// <summary>How many operations are left until the next whose time is taken.</summary>
    public int UntilTimed { get; set; }

    /// <summary>When the operation began that is awaited, or <see cref="Untimed"/>.</summary>
    public long Begun { get; set; }

    /// <summary>When the worker got its thread; later than any time while that is not known.</summary>
    public long RunStart { get; set; }

    /// <summary>How many operations it has completed.</summary>
    public long Completed { get; set; }

    /// <summary>The sum of what its operations returned.</summary>
    public int Sum { get; set; }

    /// <summary>Notes an operation that has ended.</summary>
    /// <param name="begun">When it was called.</param>
    /// <param name="ended">When it was answered.</param>
    /// <param name="window">What is measured.</param>
    public void End(long begun, long ended, LoopWindow window)
    {
        if (window.Holds(ended))
        {
            Times.Record(ended - begun);
        }

        See(ended, window);
    }

    /// <summary>Notes that an operation has just ended, or that the loop has.</summary>
    /// <param name="now">The present.</param>
    /// <param name="window">What is measured.</param>
    public void See(long now, LoopWindow window)
    {
        var (from, until) = (Math.Max(latest, window.Start), Math.Min(now, window.End));
        LongestGap = Math.Max(LongestGap, until - Math.Min(from, until));
        latest = now;
    }

    /// <summary>
    /// Draws after how many operations the next time is taken. Equal gaps could meet the same one of a state's turns again and again.
    /// </summary>
    /// <param name="oneIn">The mean gap; 1 for every operation.</param>
    public void DrawGap(int oneIn)
    {
        gaps = unchecked((gaps * Multiplier) + Increment);
        UntilTimed = (int)(((gaps >> 32) * (((uint)oneIn * 2) - 1)) >> 32);
    }
}
