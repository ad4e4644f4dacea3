using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>Whether something slows the core of a launch down before it starts, held against the quiet moments of the run so far.</summary>
/// <param name="measure">Measures the pace of the calling thread's core, in nanoseconds for a step.</param>
internal sealed class CoreWatch(Func<double> measure)
{
    private readonly List<double> paces = [];

    /// <summary>Looks once. The first look of a run has nothing to be held against.</summary>
    public bool IsSlow()
    {
        var pace = measure();
        paces.Add(pace);
        return QuietPace.Of(paces).IsSlow(pace);
    }
}
