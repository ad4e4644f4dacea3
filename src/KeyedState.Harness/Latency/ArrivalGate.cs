namespace KeyedState.Harness;

/// <summary>Where workers wait until their next operation is due.</summary>
/// <remarks>
/// Whoever paces walks through the schedule; a worker that is late looks at the clock and does not come here at all. The two
/// meet without a lock: each writes what it has done before it looks at what the other has.
/// </remarks>
/// <param name="schedule">The arrivals.</param>
/// <param name="start">When the schedule starts, in nanoseconds on the loop's clock.</param>
/// <param name="workers">How many workers there are.</param>
internal sealed class ArrivalGate(ArrivalSchedule schedule, long start, int workers)
{
    private readonly DueSignal[] signals = [.. Enumerable.Range(0, workers).Select(_ => new DueSignal())];
    private int next;
    private bool closed;

    /// <summary>Waits until an arrival is due.</summary>
    /// <param name="worker">The worker, by its number from 0.</param>
    /// <param name="arrival">Which of its arrivals, from 0.</param>
    /// <returns>False if the gate was closed.</returns>
    public ValueTask<bool> UntilDueAsync(int worker, int arrival) => signals[worker].UntilDueAsync(arrival);

    /// <summary>Lets everybody go whose operation is due. For one thread.</summary>
    /// <param name="now">The present.</param>
    /// <returns>When the next one is due; null where none is left.</returns>
    public long? ReleaseDue(long now)
    {
        var times = schedule.Times;
        var whose = schedule.Workers;
        while (next < times.Length && !Volatile.Read(ref closed))
        {
            if (start + times[next] > now)
            {
                return start + times[next];
            }

            signals[whose[next++]].Release();
        }

        return null;
    }

    /// <summary>Lets everybody go, who are told that the gate is closed, and nobody wait again.</summary>
    public void Close()
    {
        Volatile.Write(ref closed, true);
        foreach (var signal in signals)
        {
            signal.Close();
        }
    }
}
