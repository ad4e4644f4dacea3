using System.Diagnostics;

namespace KeyedState;

/// <summary>
/// Decides how many pumps to have, by trying: from time to time it changes the number for a few periods of a millisecond, compares
/// the throughput with that of just before, and keeps the better number.
/// </summary>
/// <remarks>
/// <para>
/// More pumps run callers on more processors, but each turn fetches the dictionary from the processor that had the turn before.
/// Whether that pays depends on how long a cache line takes between the two. On a virtual machine this changes within seconds,
/// so no number stays right.
/// </para>
/// <para>
/// A trial doubles the number or halves it. Each pump occupies a processor, so the larger number must serve at least 5 % more.
/// If a trial keeps the number, the time until the next trial doubles, up to a bound at which trials take 3 % of the
/// time. If it changes the number, the next trial comes soon.
/// </para>
/// <para>A wrong decision costs throughput and nothing else. This type has no lock of its own: its caller must hold one.</para>
/// </remarks>
internal sealed class PumpTrials
{
    // In one, callers go from pump to pump many times over.
    private const int PeriodsASecond = 1_000;

    // The fastest of them counts: whatever disturbs a period, such as a thread that loses its processor, makes it slower.
    private const int PeriodsThatCount = 3;

    // In the first period callers are still on their way: all to one pump, which then divides them.
    private const int PeriodsOfATrial = PeriodsThatCount + 1;
    private const int FewestPeriodsKept = 8;
    private const int MostPeriodsKept = 128;
    private const double LeastGain = 1.05;

    private readonly int most;
    private readonly long period = Stopwatch.Frequency / PeriodsASecond;
    private int kept;
    private bool triedMore;
    private int periodsKept = FewestPeriodsKept;
    private int periodsLeft = FewestPeriodsKept;
    private long servedBefore;
    private long periodBegan;
    private double fastest;
    private double fastestOfKept;

    /// <summary>Begins with as many pumps as there may be.</summary>
    /// <param name="most">Up to how many pumps there may be.</param>
    public PumpTrials(int most)
    {
        this.most = most;
        Limit = kept = most;
    }

    /// <summary>How many pumps there may be now.</summary>
    public int Limit { get; private set; }

    /// <summary>Whether a period is over. Any thread may ask.</summary>
    /// <param name="now">The time, in ticks of the stopwatch.</param>
    public bool IsOver(long now) => now - Volatile.Read(ref periodBegan) >= period;

    /// <summary>Ends a period, and begins the next.</summary>
    /// <param name="served">How many operations all pumps have served so far.</param>
    /// <param name="now">The time, in ticks of the stopwatch.</param>
    /// <returns>Whether <see cref="Limit"/> is another now.</returns>
    public bool EndPeriod(long served, long now)
    {
        var before = Limit;
        EndPeriod((double)(served - servedBefore) / (now - periodBegan));
        Restart(served, now);
        return Limit != before;
    }

    /// <summary>Begins a period anew, so that none contains a time in which there was nothing to do.</summary>
    /// <param name="served">How many operations all pumps have served so far.</param>
    /// <param name="now">The time, in ticks of the stopwatch.</param>
    public void Restart(long served, long now)
    {
        servedBefore = served;
        Volatile.Write(ref periodBegan, now);
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

        if (Limit == kept)
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
        Limit = triedMore ? Math.Min(kept * 2, most) : kept / 2;
        periodsLeft = PeriodsOfATrial;
    }

    private void Decide()
    {
        var isBetter = triedMore ? fastest > fastestOfKept * LeastGain : fastest * LeastGain > fastestOfKept;
        if (isBetter)
        {
            kept = Limit;
            periodsKept = FewestPeriodsKept;
        }
        else
        {
            Limit = kept;
            periodsKept = Math.Min(periodsKept * 2, MostPeriodsKept);
        }

        periodsLeft = periodsKept;
    }
}
