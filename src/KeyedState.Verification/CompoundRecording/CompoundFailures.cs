using static System.FormattableString;

namespace KeyedState.Verification;

/// <summary>Puts into words what is wrong with a compound pattern whatever the order of effects.</summary>
internal static class CompoundFailures
{
    private const int MostShown = 5;

    /// <summary>An operation that threw, though nobody disposed of the state.</summary>
    public static Violation Threw(CompoundHistory history, int operation, Exception exception) => CompoundExplanation.Of(
        history, ViolationKind.Threw, Invariant($"{Name(history[operation].Kind)} threw {Text(exception)}"), [operation]);

    /// <summary>Operations that were not answered.</summary>
    /// <param name="history">The operations of the pattern.</param>
    /// <param name="failed">Those of them that threw.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="patience">For how long nothing happened.</param>
    public static Violation Hung(CompoundHistory history, IEnumerable<int> failed, CompoundPattern pattern, TimeSpan patience)
    {
        int[] pending = [.. Enumerable.Range(0, history.Count).Where(i => history[i].IsPending).Except(failed)];
        return CompoundExplanation.Of(
            history,
            ViolationKind.Hung,
            Invariant($"Hung: {pending.Length} {(pending.Length == 1 ? "operation was" : "operations were")} not answered while nothing else happened for {patience.TotalSeconds:0.###} s ({pattern.Name})."),
            pending.OrderBy(i => history[i].Called).Take(MostShown));
    }

    /// <summary>A write of a value from the start threw.</summary>
    public static Violation OpeningThrew(CompoundPattern pattern, Exception exception) =>
        new(ViolationKind.Threw, Invariant($"A write before the first operation threw {Text(exception)} ({pattern.Name})"), []);

    /// <summary>A write of a value from the start was not answered.</summary>
    public static Violation OpeningHung(CompoundPattern pattern, TimeSpan patience) =>
        new(ViolationKind.Hung, Invariant($"Hung: a write before the first operation was not answered for {patience.TotalSeconds:0.###} s ({pattern.Name})."), []);

    private static string Text(Exception exception) => $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}";

    private static string Name(CompoundKind kind) => kind is CompoundKind.Add or CompoundKind.Update ? $"An {Lower(kind)}" : $"A {Lower(kind)}";

    private static string Lower(CompoundKind kind) => kind.ToString().ToLowerInvariant();
}
