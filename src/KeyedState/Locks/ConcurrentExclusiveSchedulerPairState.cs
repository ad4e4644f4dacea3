namespace KeyedState;

/// <summary>A dictionary that tasks touch on two schedulers: reads beside each other, a write alone.</summary>
[State(
    Title = "ConcurrentExclusiveSchedulerPair",
    Family = StateFamily.Lock,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    FullSuiteOnly = true,
    DotNetType = "ConcurrentExclusiveSchedulerPair",
    HowItWorks = "Every operation is a task on a ConcurrentExclusiveSchedulerPair: reads run concurrently, a write runs alone")]
[Lacks(Capability.ExclusiveUpdate, "the scheduler runs others at the first await within the code")]
public sealed class ConcurrentExclusiveSchedulerPairState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private readonly ConcurrentExclusiveSchedulerPair pair = new();
    private readonly Dictionary<int, int> map = [];
    private readonly TaskFactory readers;
    private readonly TaskFactory writers;

    /// <summary>Makes an empty state.</summary>
    public ConcurrentExclusiveSchedulerPairState()
    {
        readers = FactoryOn(pair.ConcurrentScheduler);
        writers = FactoryOn(pair.ExclusiveScheduler);
    }

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => new(Start(readers, () => map.ReadOrZero(key)));

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value) => new(Start(writers, () => map[key] = value));

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount) => new(Start(writers, () => map.AddTo(key, amount)));

    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        return new(Start(writers, () => map.Transfer(source, target, amount)));
    }

    /// <inheritdoc/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values[..keys.Length];
        return new(Start(readers, () =>
        {
            map.ReadAll(keys.Span, places.Span);
            return places.Length;
        }));
    }

    /// <summary>Refuses further operations, and completes once every operation that was accepted is done.</summary>
    public ValueTask DisposeAsync()
    {
        pair.Complete();
        return new(pair.Completion);
    }

    // Callers go on on the pool and not in the middle of a task of the pair, where one that blocks would hold up the others.
    private static TaskFactory FactoryOn(TaskScheduler scheduler) => new(
        CancellationToken.None, TaskCreationOptions.DenyChildAttach | TaskCreationOptions.RunContinuationsAsynchronously, TaskContinuationOptions.None, scheduler);

    private static Task<T> Start<T>(TaskFactory factory, Func<T> operation)
    {
        try
        {
            return factory.StartNew(operation);
        }
        catch (TaskSchedulerException)
        {
            // A pair refuses a task for no other reason than that it was completed.
            throw new ObjectDisposedException(nameof(ConcurrentExclusiveSchedulerPairState));
        }
    }
}
