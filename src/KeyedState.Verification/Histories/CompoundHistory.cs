namespace KeyedState.Verification;

/// <summary>What was done with a state that offers more than plain reads and writes: every operation with its call and its response, in any order.</summary>
public sealed class CompoundHistory
{
    private readonly CompoundOperation[] operations;
    private readonly int[] snapshotKeys;
    private readonly int[] snapshotValues;
    private readonly IReadOnlyDictionary<int, int> initial;

    /// <summary>Takes the operations over.</summary>
    /// <param name="operations">The operations. Nothing is copied: whoever made them leaves them alone from here on.</param>
    /// <param name="initial">The values that keys held before the first operation; 0 for a key that isn't there.</param>
    /// <param name="snapshotKeys">The keys of all snapshots.</param>
    /// <param name="snapshotValues">The values that were read from them.</param>
    /// <exception cref="ArgumentException">
    /// An operation returned before it was called, a snapshot's keys are not there, or no state makes such a transfer.
    /// </exception>
    public CompoundHistory(CompoundOperation[] operations, IReadOnlyDictionary<int, int> initial, int[] snapshotKeys, int[] snapshotValues)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(initial);
        ArgumentNullException.ThrowIfNull(snapshotKeys);
        ArgumentNullException.ThrowIfNull(snapshotValues);
        var places = Math.Min(snapshotKeys.Length, snapshotValues.Length);
        foreach (ref readonly var operation in operations.AsSpan())
        {
            if (operation.Returned < operation.Called
                || (operation.Kind == CompoundKind.Snapshot && (uint)operation.First + (uint)operation.Count > (uint)places)
                || (operation.Kind == CompoundKind.Transfer && (operation.Key == operation.Target || operation.Amount < 1)))
            {
                throw new ArgumentException($"No history has this operation: {operation}.", nameof(operations));
            }
        }

        this.operations = operations;
        this.initial = initial;
        this.snapshotKeys = snapshotKeys;
        this.snapshotValues = snapshotValues;
    }

    /// <summary>How many operations there are, those without a response included.</summary>
    public int Count => operations.Length;

    /// <summary>The operations.</summary>
    public ReadOnlySpan<CompoundOperation> Operations => operations;

    /// <summary>One operation by its place.</summary>
    /// <param name="index">From 0.</param>
    public ref readonly CompoundOperation this[int index] => ref operations[index];

    /// <summary>The keys of a snapshot, in the order in which it was asked for them.</summary>
    public ReadOnlySpan<int> KeysOf(in CompoundOperation snapshot) => snapshotKeys.AsSpan(snapshot.First, snapshot.Count);

    /// <summary>What a snapshot read from each of its keys.</summary>
    public ReadOnlySpan<int> ValuesOf(in CompoundOperation snapshot) => snapshotValues.AsSpan(snapshot.First, snapshot.Count);

    /// <summary>What a key held before the first operation.</summary>
    public int InitialOf(int key) => initial.GetValueOrDefault(key);

    /// <summary>The same keys and snapshots with other operations.</summary>
    internal CompoundHistory With(CompoundOperation[] others) => new(others, initial, snapshotKeys, snapshotValues);
}
