using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>Times and loads of the latency suite as people read them.</summary>
internal static class LatencyText
{
    /// <summary>What stands beside a time that is hardly longer than the loop's own.</summary>
    public const string NearFloor = " †";

    /// <summary>The percentiles that tables have, with their names.</summary>
    public static IReadOnlyList<(double Share, string Name)> Percentiles { get; } =
        [(0.5, "P50"), (0.9, "P90"), (0.99, "P99"), (0.999, "P99.9"), (0.9999, "P99.99")];

    /// <summary>A time with its interval, in one unit.</summary>
    /// <param name="time">In nanoseconds; null for none.</param>
    public static string Time(Estimate? time)
    {
        if (time is null)
        {
            return FigureText.Absent;
        }

        var (size, unit) = time.Center switch
        {
            >= 1e9 => (1e9, "s"),
            >= 1e6 => (1e6, "ms"),
            >= 1e3 => (1e3, "µs"),
            _ => (1.0, "ns"),
        };
        var interval = time is { Lower: { } lower, Upper: { } upper } ? $" ({FigureText.Significant(lower / size)}–{FigureText.Significant(upper / size)})" : "";
        return $"{FigureText.Significant(time.Center / size)}{interval} {unit}";
    }

    /// <summary>A time without its interval.</summary>
    /// <param name="nanoseconds">The time.</param>
    public static string Time(double nanoseconds) => Time(new Estimate(nanoseconds, null, null, null, 1));

    /// <summary>A service time in a closed loop, which may be too short to be told.</summary>
    /// <param name="analysis">The run.</param>
    /// <param name="time">The time; null for none.</param>
    public static string ClosedTime(LatencyAnalysis analysis, Estimate? time) =>
        time?.Center < analysis.Resolution ? $"< {Time(analysis.Resolution)}" : Time(time);

    /// <summary>Operations per second: "12.3 M/s" or "50.0 k/s".</summary>
    /// <param name="rate">Per second; null for none.</param>
    public static string Rate(Estimate? rate) => rate switch
    {
        null => FigureText.Absent,
        { Center: < 1 } => "< 1/s",
        { Center: >= 1e6 } => $"{FigureText.WithInterval(Figure.Of(rate, ""), 1e6)} M/s",
        _ => $"{FigureText.WithInterval(Figure.Of(rate, ""), 1e3)} k/s",
    };

    /// <summary>An arrival rate in words: "50,000 a second", or "1.23 million a second".</summary>
    /// <param name="rate">Per second.</param>
    public static string Arrivals(double rate) =>
        rate >= 1e6 ? $"{FigureText.Significant(rate / 1e6)} million a second" : $"{rate.ToString("#,0", CultureInfo.InvariantCulture)} a second";

    /// <summary>What stands for a load that was not reached.</summary>
    /// <param name="tries">In how many launches it was tried and not reached.</param>
    public static string Overloaded((int Launches, int Overloaded) tries) => tries switch
    {
        (0, _) => FigureText.Absent,
        var (launches, overloaded) when overloaded == launches => "overloaded",
        var (launches, overloaded) => $"overloaded in {FigureText.Count(overloaded)} of {FigureText.Count(launches)}",
    };

    /// <summary>A role that starves: "writers", or "writers in 2 of 6 launches"; null for one that never does.</summary>
    /// <param name="role">The role.</param>
    /// <param name="launches">How many launches there are, and in how many it starves.</param>
    public static string? Starving(StoredRole role, (int Launches, int Starving) launches) => launches switch
    {
        (_, 0) => null,
        var (all, some) when some == all => MarkdownText.Escape(role.Name),
        var (all, some) => $"{MarkdownText.Escape(role.Name)} in {FigureText.Count(some)} of {FigureText.Count(all)} launches",
    };

    /// <summary>A state's name in a table or a sentence.</summary>
    /// <param name="state">The state.</param>
    public static string NameOf(StoredState state) => $"{MarkdownText.Escape(state.Title)}{(state.IsLimit ? " (limit)" : "")}";
}
