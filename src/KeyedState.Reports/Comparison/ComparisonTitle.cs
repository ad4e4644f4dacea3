using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>A comparison's title: what must be known of the two runs before any ratio is read.</summary>
internal static class ComparisonTitle
{
    public static string Of(RunComparison comparison, int? commitsApart)
    {
        var phrases = comparison.Differences
            .Select(difference => difference.Aspect)
            .Distinct()
            .Select(aspect => Phrase(aspect, comparison, commitsApart))
            .ToArray();
        return phrases.Length == 0
            ? "Two runs of one machine, one commit and one setting"
            : $"Two runs {Words.List(phrases)}";
    }

    private static string Phrase(RunAspect aspect, RunComparison comparison, int? commitsApart) => aspect switch
    {
        RunAspect.Machine => "from different machines",
        RunAspect.Card => "from machines that measured themselves differently",
        RunAspect.Runtime => "on different runtimes",
        RunAspect.BenchmarkDotNet => "by different versions of BenchmarkDotNet",
        RunAspect.Suite => "of different suites",
        RunAspect.Scenario => "of different scenarios",
        RunAspect.Placement => "on different cores or settings",
        RunAspect.Protocol => "by different protocols",
        RunAspect.Source => Source(comparison, commitsApart),
        _ => $"{Number(Math.Round((comparison.After.Started - comparison.Before.Started).Duration().TotalDays))} days apart",
    };

    private static string Source(RunComparison comparison, int? commitsApart)
    {
        var (before, after) = (comparison.Before.Source, comparison.After.Source);
        if (before.Commit is null || after.Commit is null)
        {
            return "of unknown sources";
        }

        var distance = commitsApart switch
        {
            null => before.Commit == after.Commit ? "of one commit" : "of different commits",
            0 => "of one commit",
            1 or -1 => "one commit apart",
            { } count => $"{Number(Math.Abs(count))} commits apart",
        };
        return distance + (before.Dirty || after.Dirty ? " with uncommitted changes" : "") + (commitsApart < 0 ? ", B from the older source" : "");
    }

    private static string Number(double count) => count.ToString("0", CultureInfo.InvariantCulture);
}
