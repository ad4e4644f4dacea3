using KeyedState.Harness;
using KeyedState.Verification;

namespace KeyedState.Exploration;

/// <summary>The steps of a small history that take more than one step in the state, and what they saw.</summary>
/// <param name="state">The state.</param>
/// <param name="tick">Moves the history's clock on.</param>
internal sealed class CompoundSteps(IKeyedState state, Func<long> tick)
{
    // Beyond what any small history takes.
    private const long MostAttempts = 1_000_000;

    private readonly List<CompoundOperation> operations = [];
    private readonly List<int> snapshotKeys = [];
    private readonly List<int> snapshotValues = [];

    /// <summary>Whether there was any.</summary>
    public bool Any => operations.Count > 0;

    /// <summary>Adds 1.</summary>
    public async ValueTask AddAsync(int caller, int key)
    {
        var called = tick();
        var before = await ((IAtomicAdd)state).AddAsync(key, 1).ConfigureAwait(false);
        operations.Add(new() { Kind = CompoundKind.Add, Worker = caller, Key = key, Amount = 1, Before = before, Called = called, Returned = tick() });
    }

    /// <summary>Moves 1 if the source has it.</summary>
    public async ValueTask TransferAsync(int caller, int source, int target)
    {
        var called = tick();
        var result = await ((IAtomicTransfer)state).TransferAsync(source, target, 1).ConfigureAwait(false);
        operations.Add(new()
        {
            Kind = CompoundKind.Transfer,
            Worker = caller,
            Key = source,
            Target = target,
            Amount = 1,
            Before = result.SourceBefore,
            TargetBefore = result.TargetBefore,
            Moved = result.Moved,
            Called = called,
            Returned = tick(),
        });
    }

    /// <summary>Reads all keys at one instant.</summary>
    public async ValueTask SnapshotAsync(int caller, int count)
    {
        int[] keys = [.. Enumerable.Range(0, count)];
        var values = new int[count];
        var called = tick();
        await ((IAtomicSnapshot)state).SnapshotAsync(keys, values).ConfigureAwait(false);
        operations.Add(new() { Kind = CompoundKind.Snapshot, Worker = caller, First = snapshotKeys.Count, Count = count, Called = called, Returned = tick() });
        snapshotKeys.AddRange(keys);
        snapshotValues.AddRange(values);
    }

    /// <summary>Searches for an order of all operations.</summary>
    /// <param name="plain">The plain reads and writes of the history.</param>
    /// <returns>The violation; null where there is an order.</returns>
    public Violation? Check(IReadOnlyList<Operation> plain)
    {
        CompoundOperation[] all = [.. operations, .. plain.Select(Compound)];
        var verdict = MapSpecification.Search(new CompoundHistory(all, new System.Collections.Generic.Dictionary<int, int>(), [.. snapshotKeys], [.. snapshotValues]), MostAttempts);
        return verdict.Decision == Decision.Unknown ? throw new InvalidOperationException("The history is too long to be searched.") : verdict.Violation;
    }

    private static CompoundOperation Compound(Operation operation) => new()
    {
        Kind = operation.Kind == OperationKind.Write ? CompoundKind.Write : CompoundKind.Read,
        Worker = operation.Worker,
        Key = operation.Key,
        Before = operation.Value,
        Value = operation.Value,
        Called = operation.Called,
        Returned = operation.Returned,
    };
}
