namespace KeyedState.Verification;

/// <summary>
/// What one worker did in one pattern. Only the worker and the code of its updates write; others read once it has ended, or to see whether it moves.
/// </summary>
/// <param name="capacity">How many operations it may make.</param>
/// <param name="snapshotLength">How many keys a snapshot has.</param>
/// <param name="hasUpdates">Whether there are updates, of which more is noted.</param>
internal sealed class CompoundLane(int capacity, int snapshotLength, bool hasUpdates)
{
    private readonly CompoundOperation[] operations = new CompoundOperation[capacity];
    private readonly CodeRun[] runs = new CodeRun[hasUpdates ? capacity : 0];
    private readonly int[] keys = new int[capacity * snapshotLength];
    private readonly int[] values = new int[capacity * snapshotLength];
    private volatile int answered;

    /// <summary>How many operations have been answered so far.</summary>
    public int Answered => answered;

    /// <summary>How many operations were called; the first in the lane.</summary>
    public int Called { get; private set; }

    /// <summary>The keys of the snapshots.</summary>
    public ReadOnlySpan<int> Keys => keys;

    /// <summary>What the snapshots read.</summary>
    public ReadOnlySpan<int> Values => values;

    /// <summary>The operations that threw.</summary>
    public List<(int Index, Exception Exception)> Failures { get; } = [];

    /// <summary>The places of a snapshot's keys and values.</summary>
    /// <param name="index">The operation's place, from 0.</param>
    public (Memory<int> Keys, Memory<int> Values) Snapshot(int index) =>
        (keys.AsMemory(index * snapshotLength, snapshotLength), values.AsMemory(index * snapshotLength, snapshotLength));

    /// <summary>Notes that an operation is called next.</summary>
    /// <param name="index">The operation's place, from 0; that of the one before and 1.</param>
    /// <param name="operation">The operation; its call gets its stamp here.</param>
    public void Begin(int index, CompoundOperation operation)
    {
        operations[index] = operation with { Called = Stamps.BeforeCall(), Returned = Operation.Never };
        Called = index + 1;
    }

    /// <summary>Notes that a write or a snapshot has answered.</summary>
    public void End(int index)
    {
        var returned = Stamps.AfterResponse();
        Note(index, operations[index] with { Returned = returned });
    }

    /// <summary>Notes that a read, an add or an update has answered.</summary>
    public void End(int index, int before)
    {
        var returned = Stamps.AfterResponse();
        Note(index, operations[index] with { Before = before, Returned = returned });
    }

    /// <summary>Notes that a transfer has answered.</summary>
    public void End(int index, TransferResult result)
    {
        var returned = Stamps.AfterResponse();
        Note(index, operations[index] with { Before = result.SourceBefore, TargetBefore = result.TargetBefore, Moved = result.Moved, Returned = returned });
    }

    /// <summary>Notes that the code of an update has begun.</summary>
    public void EnterCode(int index, int given)
    {
        var begin = Stamps.AfterResponse();
        var before = runs[index];
        runs[index] = before.Times == 0 ? new CodeRun(1, given, begin, Operation.Never) : before with { Times = before.Times + 1 };
    }

    /// <summary>Notes that the code of an update ends.</summary>
    public void LeaveCode(int index, int made)
    {
        operations[index] = operations[index] with { Value = made, Moved = true };
        runs[index] = runs[index] with { End = Stamps.BeforeCall() };
    }

    /// <summary>Notes that an operation threw. What it did to the state is not known, as if it had never answered.</summary>
    public void Fail(int index, Exception exception) => Failures.Add((index, exception));

    /// <summary>The operations that were called, as they stand in a history.</summary>
    /// <param name="worker">The worker's number.</param>
    /// <param name="firstPlace">Where the lane's keys of snapshots begin in the history.</param>
    public IEnumerable<CompoundOperation> Operations(int worker, int firstPlace)
    {
        for (var index = 0; index < Called; index++)
        {
            var operation = operations[index] with { Worker = worker };
            yield return operation.Kind switch
            {
                CompoundKind.Snapshot => operation with { First = firstPlace + (index * snapshotLength), Count = snapshotLength },
                CompoundKind.Update when operation.IsPending => operation with { Before = runs[index].Given },
                _ => operation,
            };
        }
    }

    /// <summary>What was noted of the codes of the operations that were called; of an operation that isn't an update, nothing.</summary>
    public IEnumerable<CodeRun> Runs() => Enumerable.Range(0, Called).Select(index => hasUpdates ? runs[index] : default);

    private void Note(int index, CompoundOperation operation)
    {
        operations[index] = operation;
        answered++;
    }
}
