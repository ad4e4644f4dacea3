using System.Diagnostics;
using System.Globalization;

namespace KeyedState.Verification;

/// <summary>One way in which a state did what none may do, with the operations that show it.</summary>
/// <param name="Kind">The rule that was broken.</param>
/// <param name="Sentence">What happened, in one line.</param>
/// <param name="Operations">
/// As few plain reads and writes as show it, in the order of their calls. No order of effects, each between its call and its return,
/// explains them. Empty for a compound history.
/// </param>
public sealed record Violation(ViolationKind Kind, string Sentence, IReadOnlyList<Operation> Operations)
{
    /// <summary>The operations in words; those of a compound history stand here only.</summary>
    public IReadOnlyList<Deed> Deeds { get; init; } =
        [.. Operations.Select(operation => new Deed(operation.Worker, TextOf(operation), operation.Called, operation.Returned))];

    /// <summary>The sentence, then a line for each operation with its times since the first call. It reads well on one line too.</summary>
    public override string ToString() =>
        Deeds.Count == 0 ? Sentence : $"{Sentence}\n  {string.Join(";\n  ", Deeds.Select(Line))}.";

    private string Line(Deed deed)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"worker {deed.Worker} {deed.Text}, {Microseconds(deed.Called)} to {Microseconds(deed.Returned)}");
        return deed.Because is { } reason ? $"{line}, {reason}" : line;
    }

    private static string TextOf(Operation operation) => operation switch
    {
        { IsWrite: true } => string.Create(CultureInfo.InvariantCulture, $"wrote {operation.Value} to key {operation.Key}"),
        { IsPending: true } => string.Create(CultureInfo.InvariantCulture, $"asked for key {operation.Key}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"read {operation.Value} from key {operation.Key}"),
    };

    private string Microseconds(long stamp) => stamp == Operation.Never
        ? "no answer"
        : Stopwatch.GetElapsedTime(Deeds.Min(deed => deed.Called), stamp).TotalMicroseconds.ToString("0.0 µs", CultureInfo.InvariantCulture);
}
