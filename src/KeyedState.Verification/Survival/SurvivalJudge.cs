using System.Globalization;

namespace KeyedState.Verification;

/// <summary>Holds what is found after an engine was killed and started again against the history of the writes before.</summary>
public static class SurvivalJudge
{
    /// <summary>Judges.</summary>
    /// <param name="history">The writes of each key.</param>
    /// <param name="found">The value that a key has now.</param>
    public static SurvivalVerdict Judge(IReadOnlyCollection<KeyWrites> history, Func<int, int> found)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(found);
        var verdict = new SurvivalVerdict(history.Sum(writes => (long)writes.Acknowledged), history.Sum(writes => (long)writes.Begun - writes.Acknowledged), 0, null);
        foreach (var writes in history)
        {
            var value = found(writes.Key);
            verdict = writes.ChangeOf(value) is { } change
                ? verdict with { Lost = verdict.Lost + Math.Max(0, writes.Acknowledged - change) }
                : verdict with { Wrong = verdict.Wrong ?? string.Create(CultureInfo.InvariantCulture, $"Key {writes.Key} has the value {value}, which nobody wrote to it.") };
        }

        return verdict;
    }
}
