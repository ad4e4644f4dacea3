namespace KeyedState.Results;

/// <summary>A figure of a machine's card: a time in nanoseconds.</summary>
public sealed class CardFigure
{
    /// <summary>How many times as large a figure of one card may be as another's before the two machines are of different conditions.</summary>
    public const double LargestRatio = 1.5;

    private readonly Func<StoredCard, double?> of;

    private CardFigure(string name, bool isCondition, Func<StoredCard, double?> of) => (Name, IsCondition, this.of) = (name, isCondition, of);

    /// <summary>The round trip of the nearest cores.</summary>
    public static CardFigure NearestRoundTrip { get; } = new("round trip of nearest cores", true, card => card.NearestRoundTrip);

    /// <summary>The round trip of the farthest cores.</summary>
    public static CardFigure FarthestRoundTrip { get; } = new("round trip of farthest cores", true, card => card.FarthestRoundTrip);

    /// <summary>A compare-and-swap that nobody else tries.</summary>
    public static CardFigure LoneSwap { get; } = new("compare-and-swap, uncontended", true, card => card.LoneSwap);

    /// <summary>How late a sleep ends; the only one that may be 0.</summary>
    public static CardFigure TimerLateness { get; } = new("lateness of a sleep of 1 ms", false, card => card.TimerLateness);

    /// <summary>All of them, in the order in which a page shows them.</summary>
    public static IReadOnlyList<CardFigure> All { get; } =
    [
        NearestRoundTrip,
        FarthestRoundTrip,
        LoneSwap,
        new("compare-and-swap, contended", false, card => card.ContendedSwap),
        new("waking a thread", false, card => card.Waking),
        new("reading the clock", true, card => card.ClockCost),
        new("step of the clock", true, card => card.ClockGrain),
        TimerLateness,
        new("step of fixed work, fastest core", true, card => card.Paces.Min(pace => (double?)pace.Nanoseconds)),
        new("step of fixed work, slowest core", true, card => card.Paces.Max(pace => (double?)pace.Nanoseconds)),
    ];

    /// <summary>What it is the time of.</summary>
    public string Name { get; }

    /// <summary>Whether runs in which it differs are of different conditions.</summary>
    /// <remarks>
    /// In ten readings in a row on one quiet virtual machine with near cores, round trips went from 69 to 86 ns, and an uncontended
    /// swap, the clock and the pace of the cores agreed within 2 %. The contended swap went from 2.7 to 16.8 ns, because one core
    /// may hold the line for long; waking from 14.7 to 20.5 µs, and the lateness of a sleep from 69 to 90 µs, because both depend
    /// on how deep an idle core sleeps. Those three are shown and are no condition: they would split runs of one machine.
    /// </remarks>
    public bool IsCondition { get; }

    /// <summary>The figure in a card; null where it could not be had.</summary>
    /// <param name="card">The card.</param>
    public double? Of(StoredCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return of(card);
    }
}
