using KeyedState.Harness;
using KeyedState.Verification;

namespace KeyedState.Tests.Verification;

/// <summary>Histories of one key that are small enough to try every order.</summary>
internal static class SmallHistories
{
    private const int Key = 7;

    /// <summary>Every history of so many operations on a clock of so many ticks, up to the names of the operations.</summary>
    public static IEnumerable<Operation[]> All(int operations, int ticks)
    {
        var spans = Spans(ticks).ToArray();
        return Extend([], operations);

        // Where two operations differ only in their places, one order is enough.
        IEnumerable<Operation[]> Extend(Operation[] begun, int count) => begun.Length == count
            ? [begun]
            : spans.Where(span => begun.Length == 0 || Compare(span, begun[^1]) >= 0)
                .SelectMany(span => Kinds(begun.Length, count).Select(kind => new Operation(kind.Kind, begun.Length, Key, kind.Value, span.Called, span.Returned)))
                .SelectMany(next => Extend([.. begun, next], count));
    }

    /// <summary>A history at random: sometimes of a right register, sometimes of one that answers anything.</summary>
    public static Operation[] Random(Random random, int operations)
    {
        var ticks = random.Next(2, 3 * operations);
        var guesses = random.NextDouble();
        var history = new Operation[operations];
        var instants = Enumerable.Range(0, operations).Select(_ => random.Next(ticks)).Order().ToArray();
        var value = 0;
        for (var i = 0; i < operations; i++)
        {
            var called = random.Next(instants[i] + 1);
            var returned = random.Next(6) == 0 ? Operation.Never : random.Next(instants[i], ticks);
            var isWrite = random.Next(2) == 0;
            var answer = random.NextDouble() < guesses ? random.Next(operations + 1) : value;
            value = isWrite ? i + 1 : value;
            history[i] = new Operation(isWrite ? OperationKind.Write : OperationKind.Read, i, Key, isWrite ? value : answer, called, returned);
        }

        random.Shuffle(history);
        return history;
    }

    private static IEnumerable<(long Called, long Returned)> Spans(int ticks) =>
        from called in Enumerable.Range(0, ticks)
        from returned in Enumerable.Range(called, ticks - called + 1)
        select ((long)called, returned == ticks ? Operation.Never : returned);

    private static int Compare((long Called, long Returned) span, Operation operation) => span.CompareTo((operation.Called, operation.Returned));

    // A write of its own value, or a read of any operation's value or of the start value.
    private static IEnumerable<(OperationKind Kind, int Value)> Kinds(int index, int count) =>
        [(OperationKind.Write, index + 1), .. Enumerable.Range(0, count + 1).Select(value => (OperationKind.Read, value))];
}
