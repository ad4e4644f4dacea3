using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>How a history finds change points, for whoever doubts one.</summary>
internal static class HistoryMethod
{
    public static IReadOnlyList<string> Lines { get; } =
    [
        "- A figure is nanoseconds per operation: the figure over a run's launches, the centre on one core and the median on all, with an interval for the next run. Partial runs and those that are not for quoting do not count.",
        "- What moved all states of a run together, its level, is divided out before a change is sought, where at least " + FigureText.Count(RunLevels.FewestStates) + " states were measured: it is the machine's.",
        "- Perfolizer's ED-PELT proposes places from the launches, in order of runs; of many runs, from order statistics of each run's launches. Each is moved to the nearest boundary between two runs.",
        string.Create(CultureInfo.InvariantCulture, $"- A place stays when the medians of the runs on either side are at least {100 * ChangePointDetector.LeastShift:0} % apart, and when at most one in {1 / ChangePointDetector.LargestPValue:0} random orders of the runs between its neighbouring changes has as clear a step anywhere. Runs are put into order and not launches, because the launches of a run share its conditions."),
        "- The confidence is what is left of 100 % after that share of orders. It holds for one state; with many, some change point in a hundred states is chance.",
        string.Create(CultureInfo.InvariantCulture, $"- The size is the Hodges–Lehmann ratio of at most {ChangePointDetector.LargestSide} runs either side, with its exact Mann–Whitney interval; it takes the place as given."),
        "- A change at the newest runs needs a longer past to be confirmed: two runs beyond it need about 25 before, three about 12.",
    ];
}
