using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>How many launches and iterations the time holds.</summary>
internal static class LaunchBudget
{
    /// <summary>The fewest iterations of a launch. Another launch says more than another iteration.</summary>
    public const int FewestIterations = 3;

    // What a plan expects of BenchmarkDotNet's build.
    private static readonly TimeSpan ExpectedBuild = TimeSpan.FromSeconds(30);

    /// <summary>By how much a build took longer than a plan expects. The launches have their time all the same: a slow disk is no reason to measure less.</summary>
    /// <param name="build">How long it took.</param>
    public static TimeSpan Overrun(TimeSpan build) => build > ExpectedBuild ? build - ExpectedBuild : TimeSpan.Zero;

    /// <summary>
    /// Cuts looks until they fit: first iterations, then launches down to those that an interval needs, and where even these
    /// take too long, launches below that. A look always has one.
    /// </summary>
    /// <param name="looks">The looks as they are without a limit.</param>
    /// <param name="piloted">The states that each look measures.</param>
    /// <param name="seconds">How much time there is.</param>
    /// <returns>The looks in the same order.</returns>
    public static IReadOnlyList<LookPlan> Fit(IReadOnlyList<LookPlan> looks, IReadOnlyList<PilotedState> piloted, double seconds)
    {
        var fitted = looks;
        while (Seconds(fitted, piloted) > seconds && Shorten(fitted) is { } shorter)
        {
            fitted = shorter;
        }

        return fitted;
    }

    /// <summary>
    /// The same with more time on a slow machine: where the time does not hold the launches that an interval needs, these alone, each as
    /// short as can be, as far as they fit into a second limit. What is left of that is for spare launches.
    /// </summary>
    /// <param name="looks">The looks as they are without a limit.</param>
    /// <param name="piloted">The states that each look measures.</param>
    /// <param name="seconds">How much time there is.</param>
    /// <param name="longest">The second limit, in seconds.</param>
    /// <returns>The looks in the same order, and whether they need the second limit.</returns>
    public static (IReadOnlyList<LookPlan> Looks, bool TakesLonger) Fit(IReadOnlyList<LookPlan> looks, IReadOnlyList<PilotedState> piloted, double seconds, double longest)
    {
        var fitted = Fit(looks, piloted, seconds);
        return fitted.All(look => look.Launches >= FewestForAnInterval(look))
            ? (fitted, false)
            : (Fit([.. looks.Select(look => look with { Launches = FewestForAnInterval(look), Iterations = Math.Min(look.Iterations, FewestIterations) })], piloted, longest), true);
    }

    /// <summary>How long the launches of looks take, in seconds.</summary>
    public static double Seconds(IEnumerable<LookPlan> looks, IReadOnlyList<PilotedState> piloted) => looks.Sum(
        look => look.Launches * piloted.Where(state => state.Look.Look == look.Look).Sum(state => state.Seconds(look.Iterations)));

    private static int FewestForAnInterval(LookPlan look) => Math.Min(look.FewestLaunches, MarkDetector.FewestLaunches);

    private static LookPlan[]? Shorten(IReadOnlyList<LookPlan> looks) =>
        ShortenLargest(looks, look => look.Iterations > FewestIterations, look => look.Iterations, look => look with { Iterations = look.Iterations - 1 })
        ?? ShortenLargest(looks, look => look.Launches > look.FewestLaunches, look => look.Launches, look => look with { Launches = look.Launches - 1 })
        ?? ShortenLargest(looks, look => look.Launches > 1, look => look.Launches, look => look with { Launches = look.Launches - 1 });

    private static LookPlan[]? ShortenLargest(
        IReadOnlyList<LookPlan> looks, Func<LookPlan, bool> can, Func<LookPlan, int> size, Func<LookPlan, LookPlan> shorten) =>
        looks.Where(can).MaxBy(size) is { } largest ? [.. looks.Select(look => look == largest ? shorten(look) : look)] : null;
}
