namespace KeyedState.Results;

/// <summary>
/// What tells machines of one name apart, measured in about a second. Times are in nanoseconds and medians over short chunks. What
/// could not be had is null.
/// </summary>
public sealed record StoredCard
{
    /// <summary>A cache line's way from one core to another and back, for the pair of cores that are nearest to each other.</summary>
    public required double? NearestRoundTrip { get; init; }

    /// <summary>The same for the pair that are farthest from each other.</summary>
    public required double? FarthestRoundTrip { get; init; }

    /// <summary>A compare-and-swap that nobody else tries.</summary>
    public required double LoneSwap { get; init; }

    /// <summary>The time for each compare-and-swap that succeeds while the two cores that are farthest from each other try all the time.</summary>
    public required double? ContendedSwap { get; init; }

    /// <summary>From waking a thread that sleeps on another core until it runs: half of the way there and back.</summary>
    public required double? Waking { get; init; }

    /// <summary>Reading the clock once.</summary>
    public required double ClockCost { get; init; }

    /// <summary>The clock's step: all its readings are multiples of it.</summary>
    public required double ClockGrain { get; init; }

    /// <summary>How late a sleep of 1 ms ends.</summary>
    public required double TimerLateness { get; init; }

    /// <summary>How fast each core works; of a machine with many, some of them.</summary>
    public required IReadOnlyList<CorePace> Paces { get; init; }

    /// <summary>The cores that the process may run on, as Linux lists them, such as "0-7,12"; null where the system does not say.</summary>
    public required string? AllowedCores { get; init; }

    /// <summary>How many cores' time the process's control group may use; null where there is no quota, or none that can be read.</summary>
    public required double? QuotaCores { get; init; }

    /// <summary>Whether cores may exceed their nominal frequency; null where the system does not show it.</summary>
    public required bool? Turbo { get; init; }

    /// <summary>The highest frequency of any of the process's cores in megahertz; null where the system does not show it.</summary>
    public required double? HighestMegahertz { get; init; }

    /// <summary>Which logical cores share a physical one, each group as Linux lists it, such as "0,64"; empty where none do, null where the system does not say.</summary>
    public required IReadOnlyList<string>? Siblings { get; init; }

    /// <summary>The kinds of cores, the strongest first; empty where all are of one kind or the system does not say.</summary>
    public required IReadOnlyList<CoreKind> Kinds { get; init; }
}
