using static System.FormattableString;

namespace KeyedState.Verification;

/// <summary>Finds answers that are wrong whatever else happened.</summary>
internal static class AnswerCheck
{
    /// <summary>Looks through all operations with a response.</summary>
    /// <returns>The first wrong one; null when there is none.</returns>
    public static Violation? Find(CompoundHistory history)
    {
        for (var i = 0; i < history.Count; i++)
        {
            ref readonly var operation = ref history[i];
            var violation = operation switch
            {
                { IsPending: true } => null,
                { Kind: CompoundKind.Transfer } when operation.Moved != operation.Before >= operation.Amount => WrongGuard(history, i),
                { Kind: CompoundKind.Snapshot, Count: > 1 } => TwoValues(history, i),
                _ => null,
            };
            if (violation is not null)
            {
                return violation;
            }
        }

        return null;
    }

    /// <summary>Looks for transfers that were made although there was too little.</summary>
    /// <param name="history">The history.</param>
    /// <param name="operations">The operations to look at.</param>
    public static Violation? FindWrongGuard(CompoundHistory history, IEnumerable<int> operations) =>
        operations.Where(i => history[i].Kind == CompoundKind.Transfer && history[i].Before < history[i].Amount).Select(i => WrongGuard(history, i)).FirstOrDefault();

    private static Violation WrongGuard(CompoundHistory history, int index)
    {
        ref readonly var operation = ref history[index];
        var sentence = operation.Moved
            ? Invariant($"Key {operation.Key}: a transfer moved {operation.Amount} although there was {operation.Before} only.")
            : Invariant($"Key {operation.Key}: a transfer of {operation.Amount} was refused although there was {operation.Before}.");
        return CompoundExplanation.Of(history, ViolationKind.WrongGuard, sentence, [index]);
    }

    private static Violation? TwoValues(CompoundHistory history, int index)
    {
        var keys = history.KeysOf(history[index]);
        var values = history.ValuesOf(history[index]);
        for (var i = 1; i < keys.Length; i++)
        {
            var before = keys[..i].IndexOf(keys[i]);
            if (before >= 0 && values[before] != values[i])
            {
                return CompoundExplanation.Of(
                    history,
                    ViolationKind.TwoValuesAtOnce,
                    Invariant($"Key {keys[i]}: a snapshot read {values[before]} and {values[i]} from it at one instant."),
                    [index]);
            }
        }

        return null;
    }
}
