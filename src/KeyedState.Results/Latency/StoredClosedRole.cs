using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>What the workers of a role did in a closed loop.</summary>
/// <param name="Operations">How many operations they completed together.</param>
/// <param name="Fairness">Jain's index of what each completed, from 1 / workers to 1.</param>
/// <param name="SlowestShare">What the slowest completed, as a share of their average.</param>
/// <param name="LongestGap">The longest time in which one of them completed nothing, in nanoseconds.</param>
/// <param name="TimedOneIn">Of how many operations one was timed, on average.</param>
/// <param name="Times">The service times as a histogram's text.</param>
public sealed record StoredClosedRole(long Operations, double Fairness, double SlowestShare, double LongestGap, int TimedOneIn, string Times)
{
    // About eleven days in nanoseconds, or as many operations.
    internal const double Most = 1e15;

    /// <summary>Whether it can be what a loop measured.</summary>
    [JsonIgnore]
    public bool IsPossible =>
        this is { Operations: >= 0 and <= (long)Most, Fairness: >= 0 and <= 1 + 1e-9, SlowestShare: >= 0 and <= 1 + 1e-9, LongestGap: >= 0 and <= Most, TimedOneIn: > 0 }
        && HistogramText.Read(Times) is not null;
}
