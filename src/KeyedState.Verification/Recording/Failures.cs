using static System.FormattableString;

namespace KeyedState.Verification;

/// <summary>Puts into words what is wrong whatever the order of effects.</summary>
internal static class Failures
{
    private const int MostShown = 5;

    /// <summary>An operation that threw, though nobody disposed of the state.</summary>
    public static Violation Threw(OperationFailure failure) => new(
        ViolationKind.Threw,
        Invariant($"Key {failure.Operation.Key}: a {(failure.Operation.IsWrite ? "write" : "read")} threw {failure.Exception.GetType().Name}: {failure.Exception.Message.ReplaceLineEndings(" ")}"),
        [failure.Operation]);

    /// <summary>Operations that were not answered.</summary>
    /// <param name="called">The operations of the pattern.</param>
    /// <param name="failed">Those of them that threw.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="patience">For how long nothing happened.</param>
    public static Violation Hung(IEnumerable<Operation> called, IEnumerable<OperationFailure> failed, CallPattern pattern, TimeSpan patience)
    {
        Operation[] pending = [.. called.Where(operation => operation.IsPending).Except(failed.Select(failure => failure.Operation)).OrderBy(operation => operation.Called)];
        return new Violation(
            ViolationKind.Hung,
            Invariant($"Hung: {pending.Length} {(pending.Length == 1 ? "operation was" : "operations were")} not answered while nothing else happened for {patience.TotalSeconds:0.###} s ({pattern.Name})."),
            [.. pending.Take(MostShown)]);
    }
}
