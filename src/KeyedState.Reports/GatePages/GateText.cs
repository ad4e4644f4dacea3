using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The gate's figures and verdicts in words.</summary>
internal static class GateText
{
    private const int ShortCommit = 10;

    /// <summary>A ratio as a change in percent, such as "+3.1 %".</summary>
    public static string Change(double? ratio) =>
        ratio is { } value ? ((value - 1) * 100).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture) + " %" : FigureText.Absent;

    /// <summary>A ratio above 1 as a size in percent.</summary>
    public static string Size(double? ratio) =>
        ratio is { } value ? ((value - 1) * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : FigureText.Absent;

    /// <summary>The interval of a row's change.</summary>
    public static string Interval(GateRow row) =>
        row.Lower is null ? FigureText.Absent : $"{Change(row.Lower)} to {Change(row.Upper)}";

    /// <summary>The verdict, with the bound where there is no difference above it.</summary>
    public static string Verdict(GateRecord record, GateRow row) => row switch
    {
        { Failure: not null, FailureOfHead: true } => "FAILED",
        { Failure: not null } => "not measured",
        { NotJudged: Unjudged.BelowResolution } => "below resolution",
        { NotJudged: Unjudged.Overloaded } => "overloaded",
        { NotJudged: Unjudged.OverloadedInHead } => "overloaded in the head",
        { Verdict: Results.Verdict.Slower or Results.Verdict.Faster } when !record.IsTrusted(row.Look) => "not judged",
        { Verdict: Results.Verdict.Slower } => "slower",
        { Verdict: Results.Verdict.Faster } => "faster",
        { Verdict: Results.Verdict.NoDifference } => $"no difference above {Size(Math.Max(1 / row.Lower!.Value, row.Upper!.Value))}",
        _ => "undecided",
    };

    /// <summary>Bytes per operation.</summary>
    public static string Bytes(double bytes) => bytes.ToString("0.00;−0.00;0.00", CultureInfo.InvariantCulture);

    /// <summary>A build by what was asked for and its commit.</summary>
    public static string Side(GateSide side)
    {
        var commit = side.Commit is { } full ? full[..Math.Min(ShortCommit, full.Length)] : "not under version control";
        return $"{side.Name} ({commit}{(side.Changed ? " with uncommitted changes" : "")})";
    }

    /// <summary>The conclusion as a heading.</summary>
    public static string Conclusion(GateRecord record) => record.Conclusion switch
    {
        GateConclusion.Passed => "No regression",
        GateConclusion.Regression => "Regression",
        GateConclusion.StateMissing => "No regression in the states of both builds, but a state is missing",
        GateConclusion.FailedOnce => "No state became slower, but a launch of the head failed",
        GateConclusion.HarnessChanged => "The harness changed: no state is judged",
        _ => "This machine can't judge now",
    };

    /// <summary>Sentences on why it comes to that.</summary>
    public static IEnumerable<string> Reasons(GateRecord record)
    {
        if (record.Removed.Count > 0)
        {
            yield return $"Removed or renamed, and so not compared: {Words.List(record.Removed)}.";
        }

        if (record.HarnessChange is { } change)
        {
            yield return change;
            yield break;
        }

        foreach (var single in record.SingleFailures)
        {
            yield return $"On {single.Look.Name}, {single.State} failed in one launch of the head and was measured in the others: {single.Failure}";
        }

        if (record.Uncompared.ToArray() is { Length: > 0 } uncompared)
        {
            yield return $"Touched by the change, and not compared: {Words.List(uncompared)}. To compare them, name them with --states.";
        }

        foreach (var look in record.Looks.Where(look => look.AbsentBecause is null && !record.CanJudge(look.Look)))
        {
            foreach (var reason in Doubts(record, look))
            {
                yield return $"On {look.Look.Name} this machine can't judge now{(look == record.Deciding ? "" : $", so a slowdown that shows only on {look.Look.Name} is not ruled out")}: {reason}";
            }
        }
    }

    /// <summary>What tells the rows of a table apart that are of one state.</summary>
    public static string LookColumn(GateRecord record) => IsUnderLoad(record) ? "look" : "cores";

    /// <summary>Whether the times are those of the slowest hundredth at a load.</summary>
    public static bool IsUnderLoad(GateRecord record) => record.Looks.Any(look => look.Rate is not null);

    /// <summary>What a slice of a look was, with its length.</summary>
    public static string Slices(GateLook look)
    {
        var slices = $"slices of {FigureText.Fixed(look.SliceMilliseconds, 0)} ms";
        return look.Rate is { } rate ? $"{slices} with {FigureText.Fixed(rate, 0)} operations per second, of which the P99 service time counts" : slices;
    }

    /// <summary>Whether a row is worth a reader's first look.</summary>
    public static bool IsNews(GateRow row) => row.Failure is not null || row.NotJudged == Unjudged.OverloadedInHead || row.Verdict is Results.Verdict.Slower or Results.Verdict.Faster;

    /// <summary>Why a look can't judge, as the ends of a sentence.</summary>
    private static IEnumerable<string> Doubts(GateRecord record, GateLook look)
    {
        var tests = record.SelfTests.Where(test => test.Look == look.Look).ToArray();
        foreach (var test in tests.Where(test => !test.Passed))
        {
            yield return test.Planted > 1
                ? $"a planted delay of {Size(test.Planted)} in {test.State} was measured as {Change(test.Ratio)} and not found."
                : $"the base differs from itself in {test.State} by {Change(test.Ratio)}.";
        }

        if (record.Compared(look.Look) == 0)
        {
            yield return record.Rows.Any(row => row.Look == look.Look) ? "no state could be judged at this load." : "no state was compared.";
        }
        else if (tests.Length == 0)
        {
            yield return "no state was suitable for a self-test.";
        }

        foreach (var row in record.Rows.Where(row => row.Look == look.Look && row.Unconfirmed))
        {
            yield return $"{row.State} looked slower by {Change(row.Ratio)}, and could not be measured a second time.";
        }

        foreach (var row in record.Rows.Where(row => row.Look == look.Look && row.NotJudged == Unjudged.OverloadedInHead))
        {
            yield return $"{row.State} bore the load in the base and not in the head.";
        }

        if (record.Compared(look.Look) is > 0 and var compared && record.Seeing(look.Look) is var seeing && seeing < GateRecord.LeastVisibleShare * compared)
        {
            yield return $"only {seeing} of {compared} comparisons were precise enough to show a change of {Size(look.Threshold)}.";
        }

        if (!record.SeesTouched(look.Look))
        {
            yield return $"the change touches {Words.List([.. record.Unseen(look.Look)])}, where the measurement was too coarse to show a change of {Size(look.Threshold)}.";
        }
    }
}
