using System.Diagnostics;
using KeyedState.Verification;

namespace KeyedState.Stores.Benchmarks.Silos;

/// <summary>
/// Judges what callers saw of keys of which each has one writer, who writes 1, 2, 3 and so on, each after the answer to the one before or
/// after it had none.
/// </summary>
internal static class SiloJudge
{
    /// <summary>Judges.</summary>
    /// <param name="operations">All operations, in any order. A write without an answer may have taken effect or not.</param>
    /// <param name="isByDisturbed">Whether a worker asks by way of the silo that was disturbed.</param>
    public static SiloVerdict Judge(IReadOnlyCollection<Operation> operations, Func<int, bool> isByDisturbed)
    {
        var verdict = new SiloVerdict(0, 0, 0, 0, 0, TimeSpan.Zero, 0, null);
        foreach (var key in operations.GroupBy(operation => operation.Key).OrderBy(key => key.Key))
        {
            Operation[] ofKey = [.. key];
            var violation = RegisterChecker.Check(new History(ofKey));
            Operation[] acknowledged = [.. ofKey.Where(operation => operation is { IsWrite: true, IsPending: false }).OrderBy(write => write.Value)];
            Operation[] reads = [.. ofKey.Where(operation => operation is { IsWrite: false, IsPending: false })];
            var lost = reads.Where(read => !isByDisturbed(read.Worker)).Select(read => Replacing(acknowledged, read).Length).DefaultIfEmpty().Max();
            TimeSpan[] stale = [.. reads.Where(read => isByDisturbed(read.Worker)).SelectMany(read => ReplacedFor(acknowledged, read))];
            verdict = new(
                verdict.Keys + 1,
                verdict.Acknowledged + acknowledged.Length,
                verdict.Lost + lost,
                verdict.KeysLost + (lost > 0 ? 1 : 0),
                verdict.StaleAnswers + stale.Length,
                stale.Append(verdict.LongestStale).Max(),
                verdict.KeysNotLinearizable + (violation is null ? 0 : 1),
                verdict.Example ?? violation?.Sentence);
        }

        return verdict;
    }

    // The writes of later values that had been acknowledged before the read began.
    private static Operation[] Replacing(Operation[] acknowledged, Operation read) =>
        [.. acknowledged.Where(write => write.Value > read.Value && write.Precedes(read))];

    // How long the value that was read had been replaced; nothing where it had not.
    private static IEnumerable<TimeSpan> ReplacedFor(Operation[] acknowledged, Operation read) =>
        Replacing(acknowledged, read) is [var first, ..] ? [Stopwatch.GetElapsedTime(first.Returned, read.Called)] : [];
}
