using KeyedState.Results;

namespace KeyedState.Tests.Results;

/// <summary>A machine's card whose every part is there.</summary>
internal static class SampleCard
{
    public static StoredCard Before { get; } = new()
    {
        NearestRoundTrip = 60,
        FarthestRoundTrip = 80,
        LoneSwap = 4.5,
        ContendedSwap = 12,
        Waking = 15_000,
        ClockCost = 25,
        ClockGrain = 10,
        TimerLateness = 70_000,
        Paces = [new(0, 1.1), new(1, 1.2)],
        AllowedCores = "0-1",
        QuotaCores = 1.5,
        Turbo = true,
        HighestMegahertz = 3500,
        Siblings = ["0-1"],
        Kinds = [new("capacity 1024", "1"), new("capacity 512", "0")],
    };

    /// <summary>A machine that lets no thread be bound and tells nothing.</summary>
    public static StoredCard Scant { get; } = Before with
    {
        NearestRoundTrip = null,
        FarthestRoundTrip = null,
        ContendedSwap = null,
        Waking = null,
        Paces = [],
        AllowedCores = null,
        QuotaCores = null,
        Turbo = null,
        HighestMegahertz = null,
        Siblings = null,
        Kinds = [],
    };

    /// <summary>A machine's two readings in a run.</summary>
    public static StoredCards Both { get; } = new(Before, Before with { NearestRoundTrip = 58, Waking = 16_500, TimerLateness = 0 });
}
