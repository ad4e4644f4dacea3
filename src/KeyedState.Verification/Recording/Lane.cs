using KeyedState.Harness;

namespace KeyedState.Verification;

/// <summary>
/// What one worker did in one pattern. Only the worker writes; others read once it has ended, or to see whether it moves.
/// </summary>
/// <param name="worker">The worker's number.</param>
/// <param name="capacity">How many operations it may make.</param>
/// <param name="firstNumber">The number that the value of its first write is made from; the others follow.</param>
internal sealed class Lane(int worker, int capacity, int firstNumber)
{
    // An odd number, so that values are unique if numbers are. They fill all 32 bits: two halves of different values make one that nobody wrote.
    private const int Spread = unchecked((int)0x85EB_CA6B);

    private readonly Operation[] operations = new Operation[capacity];

    /// <summary>How many operations have been answered so far.</summary>
    public int Answered => operations.Count(operation => operation is { Called: not 0, IsPending: false });

    /// <summary>The operations that threw.</summary>
    public List<OperationFailure> Failures { get; } = [];

    /// <summary>The operations that were called; without one that is being noted just now.</summary>
    public IEnumerable<Operation> Called => operations.Where(operation => operation.Called != 0 && operation.Returned >= operation.Called);

    /// <summary>Notes that a read is called next.</summary>
    /// <param name="index">The operation's place, from 0.</param>
    /// <param name="key">Its key.</param>
    public void BeginRead(int index, int key) => operations[index] = new Operation(OperationKind.Read, worker, key, 0, Stamps.BeforeCall(), Operation.Never);

    /// <summary>Notes that a write is called next.</summary>
    /// <param name="index">The operation's place, from 0.</param>
    /// <param name="key">Its key.</param>
    /// <returns>The value to write, which no other write has.</returns>
    public int BeginWrite(int index, int key)
    {
        var value = unchecked((firstNumber + index) * Spread);
        operations[index] = new Operation(OperationKind.Write, worker, key, value, Stamps.BeforeCall(), Operation.Never);
        return value;
    }

    /// <summary>Notes that a read has answered.</summary>
    public void EndRead(int index, int value)
    {
        var returned = Stamps.AfterResponse();
        operations[index] = operations[index] with { Value = value, Returned = returned };
    }

    /// <summary>Notes that a write has answered.</summary>
    public void EndWrite(int index)
    {
        var returned = Stamps.AfterResponse();
        operations[index] = operations[index] with { Returned = returned };
    }

    /// <summary>Notes that an operation threw. What it did to the state is not known, as if it had never answered.</summary>
    public void Fail(int index, Exception exception) => Failures.Add(new OperationFailure(operations[index], exception));
}
