using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>Whether something slows the core of a launch down before it starts, held against the quiet moments of the run so far.</summary>
/// <param name="measure">Measures the pace of the calling thread's core, in nanoseconds for a step.</param>
/// <param name="clock">The clock.</param>
/// <param name="pause">Blocks the thread between two looks.</param>
internal sealed class CoreWatch(Func<double> measure, TimeProvider clock, Action<TimeSpan> pause)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly List<double> paces = [];

    /// <summary>Looks until the core is quiet. The first look of a run has nothing to be held against.</summary>
    /// <param name="patience">For how long it looks again; zero for one look.</param>
    /// <returns>Whether the core was slow at the last look.</returns>
    public bool IsSlow(TimeSpan patience)
    {
        var start = clock.GetTimestamp();
        var pace = measure();

        // One look a launch: while it waits for a slow core, many would make that the usual one.
        paces.Add(pace);
        var quiet = QuietPace.Of(paces);
        while (quiet.IsSlow(pace) && clock.GetElapsedTime(start) < patience)
        {
            pause(BetweenLooks);
            pace = measure();
        }

        return quiet.IsSlow(pace);
    }
}
