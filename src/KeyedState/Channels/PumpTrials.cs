namespace KeyedState;

/// <summary>
/// Decides how many pumps to have, by trying: from time to time it changes the number for a few milliseconds, compares the
/// throughput with that of just before, and keeps the better number.
/// </summary>
/// <remarks>
/// <para>
/// More pumps run callers on more processors, but each turn fetches the dictionary from the processor that had the turn before.
/// Whether that pays depends on how long a cache line takes between the two. On a virtual machine this changes within seconds,
/// so no number stays right.
/// </para>
/// <para>
/// A trial doubles the number or halves it. Each pump occupies a processor, so the larger number must serve at least 5 % more.
/// If a trial keeps the number, the time until the next trial doubles, up to a bound at which trials take 6 % of the
/// operations. If it changes the number, the next trial comes soon.
/// </para>
/// <para>A wrong decision costs throughput and nothing else. This type has no lock of its own: its caller must hold one.</para>
/// </remarks>
internal sealed class PumpTrials
{
    // About a millisecond. A split or a join takes much less, and pumps report several times in it.
    private const int OperationsOfAPeriod = 32_768;

    // The fastest of them counts: whatever disturbs a period, such as a thread that loses its processor, makes it slower.
    private const int PeriodsThatCount = 3;

    // In the first period callers are still on their way from one pump to another.
    private const int PeriodsOfATrial = PeriodsThatCount + 1;
    private const int FewestPeriodsKept = 8;
    private const int MostPeriodsKept = 64;
    private const double LeastGain = 1.05;

    private readonly int most;
    private int limit;
    private int kept;
    private bool triedMore;
    private int periodsKept = FewestPeriodsKept;
    private int periodsLeft = FewestPeriodsKept;
    private long operations;
    private long periodBegan;
    private double fastest;
    private double fastestOfKept;

    /// <summary>Begins with as many pumps as there may be.</summary>
    /// <param name="most">Up to how many pumps there may be.</param>
    public PumpTrials(int most)
    {
        this.most = most;
        limit = kept = most;
    }

    /// <summary>How many pumps there may be now. Any thread may read it.</summary>
    public int Limit => Volatile.Read(ref limit);

    /// <summary>Counts operations that a pump served.</summary>
    /// <param name="served">How many since its last report.</param>
    /// <param name="now">The time, in ticks of any length.</param>
    /// <returns>Whether this ended a period of some 32,000 operations.</returns>
    public bool Count(int served, long now)
    {
        operations += served;
        if (operations < OperationsOfAPeriod)
        {
            return false;
        }

        EndPeriod((double)operations / (now - periodBegan));
        Restart(now);
        return true;
    }

    /// <summary>Begins a period anew, so that none contains a time in which there was nothing to do.</summary>
    /// <param name="now">The time, in ticks of any length.</param>
    public void Restart(long now)
    {
        operations = 0;
        periodBegan = now;
    }

    private void EndPeriod(double throughput)
    {
        if (periodsLeft <= PeriodsThatCount)
        {
            fastest = Math.Max(fastest, throughput);
        }

        if (--periodsLeft > 0)
        {
            return;
        }

        if (limit == kept)
        {
            Try();
        }
        else
        {
            Decide();
        }

        fastest = 0;
    }

    private void Try()
    {
        fastestOfKept = fastest;

        // In turn, where both are possible.
        triedMore = kept < most && (kept == 1 || !triedMore);
        Volatile.Write(ref limit, triedMore ? Math.Min(kept * 2, most) : kept / 2);
        periodsLeft = PeriodsOfATrial;
    }

    private void Decide()
    {
        var isBetter = triedMore ? fastest > fastestOfKept * LeastGain : fastest * LeastGain > fastestOfKept;
        if (isBetter)
        {
            kept = limit;
            periodsKept = FewestPeriodsKept;
        }
        else
        {
            Volatile.Write(ref limit, kept);
            periodsKept = Math.Min(periodsKept * 2, MostPeriodsKept);
        }

        periodsLeft = periodsKept;
    }
}
