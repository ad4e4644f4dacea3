using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>How a history finds change points, for whoever doubts one.</summary>
internal static class HistoryMethod
{
    public static IReadOnlyList<string> Lines { get; } =
    [
        "- A figure is the time per operation over a run's launches: their centre on one core, their median on all cores, with an interval for the next run. Partial runs and runs that are not for quoting do not count.",
        "- What made all states of a run faster or slower together, its level, comes from the machine. It is divided out first if at least " + FigureText.Count(RunLevels.FewestStates) + " states were measured.",
        "- Perfolizer's ED-PELT proposes change points from the launches in the order of runs, or, if there are many runs, from order statistics of each run's launches. Each proposal is moved to the nearest boundary between two runs.",
        string.Create(CultureInfo.InvariantCulture, $"- A proposal is kept if the medians of the runs on either side are at least {100 * ChangePointDetector.LeastShift:0} % apart, and if at most one in {1 / ChangePointDetector.LargestPValue:0} random orders of the runs between the neighbouring change points shows as clear a step anywhere. Runs are shuffled, not launches, because the launches of a run share its conditions."),
        "- The confidence is 100 % minus that share of orders. It holds for one state; among a hundred states, expect about one change point by chance.",
        string.Create(CultureInfo.InvariantCulture, $"- The size is the Hodges–Lehmann ratio of at most {ChangePointDetector.LargestSide} runs on either side, with its exact Mann–Whitney interval. It takes the position as given."),
        "- A change among the newest runs needs a longer past to be confirmed: two runs after it need about 25 before it, three need about 12. With fewer before it, it is confirmed when more runs have come after it, and `--fail-on-new` reports it then.",
    ];
}
