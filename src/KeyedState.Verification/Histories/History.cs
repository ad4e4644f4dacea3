namespace KeyedState.Verification;

/// <summary>What was done with a state: every operation with its call and its response, in any order.</summary>
/// <remarks>
/// Every key holds 0 at first. No write writes 0, and no two writes write the same value to one key: that is what makes
/// the question whether the history is linearizable easy to decide.
/// </remarks>
public sealed class History
{
    private readonly Operation[] operations;

    /// <summary>Takes the operations over.</summary>
    /// <param name="operations">The operations. They are not copied: whoever made them leaves them alone from here on.</param>
    /// <exception cref="ArgumentException">An operation returned before it was called, or a write writes 0.</exception>
    public History(Operation[] operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        foreach (ref readonly var operation in operations.AsSpan())
        {
            if (operation.Returned < operation.Called || operation is { IsWrite: true, Value: 0 })
            {
                throw new ArgumentException($"No history has this operation: {operation}.", nameof(operations));
            }
        }

        this.operations = operations;
    }

    /// <summary>How many operations there are, those without a response included.</summary>
    public int Count => operations.Length;

    /// <summary>The operations.</summary>
    public ReadOnlySpan<Operation> Operations => operations;

    /// <summary>One operation by its place.</summary>
    /// <param name="index">From 0.</param>
    public ref readonly Operation this[int index] => ref operations[index];
}
