using System.Diagnostics;
using System.Globalization;

namespace KeyedState.Verification;

/// <summary>One way in which a state did what none may do, with the operations that show it.</summary>
/// <param name="Kind">The rule that was broken.</param>
/// <param name="Sentence">What happened, in one line.</param>
/// <param name="Operations">
/// As few operations as show it, in the order of their calls. No order of effects, each between its call and its return, explains them.
/// </param>
public sealed record Violation(ViolationKind Kind, string Sentence, IReadOnlyList<Operation> Operations)
{
    /// <summary>The sentence, then a line for each operation with its times since the first call. It reads well on one line too.</summary>
    public override string ToString() =>
        Operations.Count == 0 ? Sentence : $"{Sentence}\n  {string.Join(";\n  ", Operations.Select(Line))}.";

    private string Line(Operation operation) => string.Create(
        CultureInfo.InvariantCulture,
        $"worker {operation.Worker} {Deed(operation)}, {Microseconds(operation.Called)} to {Microseconds(operation.Returned)}");

    private static string Deed(Operation operation) => operation switch
    {
        { IsWrite: true } => string.Create(CultureInfo.InvariantCulture, $"wrote {operation.Value} to key {operation.Key}"),
        { IsPending: true } => string.Create(CultureInfo.InvariantCulture, $"asked for key {operation.Key}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"read {operation.Value} from key {operation.Key}"),
    };

    private string Microseconds(long stamp) => stamp == Operation.Never
        ? "no answer"
        : Stopwatch.GetElapsedTime(Operations[0].Called, stamp).TotalMicroseconds.ToString("0.0 µs", CultureInfo.InvariantCulture);
}
