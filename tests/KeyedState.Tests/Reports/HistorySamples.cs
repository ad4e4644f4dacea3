using KeyedState.Results;
using KeyedState.Tests.Results;
using KeyedState.Tests.Results.History;

namespace KeyedState.Tests.Reports;

/// <summary>Histories that put the renderers to the test.</summary>
internal static class HistorySamples
{
    /// <summary>Forty nights with an old step, a new one, and a new runtime between.</summary>
    public static RunHistory Usual() => Of(
        SyntheticRuns.Nights(SampleRun.Headline(), 40, 11, ("Lock", 12, 1.05), ("LeaseOwner", 36, 1.08))
            .Select((run, night) => night < 18 ? run : run with { Machine = run.Machine with { Runtime = ".NET 10.0.13" } }), 2);

    /// <summary>So many nights of so many states, the first of which changes in the middle.</summary>
    public static RunHistory OfSize(int states, int nights, bool longTitles = false)
    {
        var run = ReportSamples.OfSize(states, longTitles).Without(launch => launch.Round > 5 && nights > 100);
        return Of(SyntheticRuns.Nights(run, nights, 3, (run.States[0].Name, nights / 2, 1.2)));
    }

    /// <summary>Three nights whose every text is hostile.</summary>
    public static RunHistory Malicious()
    {
        var run = ReportSamples.Malicious() with { Failures = [], PlannedLaunches = 16 };
        return Of([run, run with { Machine = run.Machine with { Runtime = "other" + ReportSamples.Hostile } }]);
    }

    private static RunHistory Of(IEnumerable<StoredRun> runs, int leftOut = 0) => RunHistory.Of([.. runs.Select(HistoryRun.Of)], leftOut);
}
