using static System.FormattableString;

namespace KeyedState.Verification;

/// <summary>Puts an operation of a compound history into words.</summary>
internal static class DeedText
{
    /// <summary>What the operation did.</summary>
    public static Deed Of(CompoundHistory history, int index)
    {
        ref readonly var operation = ref history[index];
        return new Deed(operation.Worker, operation.IsPending ? Asked(history, operation) : Did(history, operation), operation.Called, operation.Returned);
    }

    private static string Did(CompoundHistory history, in CompoundOperation operation) => operation.Kind switch
    {
        CompoundKind.Read => Invariant($"read {operation.Before} from key {operation.Key}"),
        CompoundKind.Write => Invariant($"wrote {operation.Value} to key {operation.Key}"),
        CompoundKind.Add => Invariant($"added {operation.Amount} to key {operation.Key}, which held {operation.Before}"),
        CompoundKind.Update => Invariant($"had its code make {operation.Value} of key {operation.Key}, which held {operation.Before}"),
        CompoundKind.Transfer => Invariant(
            $"{(operation.Moved ? "moved" : "was refused")} {operation.Amount} from key {operation.Key}, which held {operation.Before}, to key {operation.Target}, which held {operation.TargetBefore}"),
        _ => Invariant($"read {Listed(history.ValuesOf(operation))} from {Keys(history, operation)}"),
    };

    private static string Asked(CompoundHistory history, in CompoundOperation operation) => operation.Kind switch
    {
        CompoundKind.Write => Invariant($"wrote {operation.Value} to key {operation.Key}"),
        CompoundKind.Add => Invariant($"asked to add {operation.Amount} to key {operation.Key}"),
        CompoundKind.Update => Invariant($"asked to have its code run on key {operation.Key}"),
        CompoundKind.Transfer => Invariant($"asked to move {operation.Amount} from key {operation.Key} to key {operation.Target}"),
        CompoundKind.Snapshot => Invariant($"asked for {Keys(history, operation)}"),
        _ => Invariant($"asked for key {operation.Key}"),
    };

    private static string Keys(CompoundHistory history, in CompoundOperation snapshot) =>
        $"{(snapshot.Count == 1 ? "key" : "keys")} {Listed(history.KeysOf(snapshot))}";

    private static string Listed(ReadOnlySpan<int> numbers)
    {
        var texts = numbers.ToArray().Select(number => Invariant($"{number}")).ToArray();
        return texts.Length < 2 ? string.Concat(texts) : $"{string.Join(", ", texts[..^1])} and {texts[^1]}";
    }
}
