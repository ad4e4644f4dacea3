namespace KeyedState.Harness;

/// <summary>What one worker of an open loop notes.</summary>
internal sealed class OpenWorker
{
    /// <summary>From the planned start to the answer.</summary>
    public LatencyRecorder ResponseTimes { get; } = new();

    /// <summary>From the call to the answer.</summary>
    public LatencyRecorder ServiceTimes { get; } = new();

    /// <summary>How many operations due in the window were answered in time.</summary>
    public long Served { get; private set; }

    /// <summary>The sum of what its operations returned.</summary>
    public int Sum { get; set; }

    /// <summary>Notes an operation that has ended.</summary>
    /// <param name="planned">When it was due.</param>
    /// <param name="begun">When it was called.</param>
    /// <param name="ended">When it was answered.</param>
    /// <param name="window">What is measured.</param>
    /// <param name="allowance">How long after the window an answer is still in time, in nanoseconds.</param>
    public void End(long planned, long begun, long ended, LoopWindow window, long allowance)
    {
        if (window.Holds(planned))
        {
            ResponseTimes.Record(ended - planned);
            ServiceTimes.Record(ended - begun);
            Served += ended - window.End <= allowance ? 1 : 0;
        }
    }
}
