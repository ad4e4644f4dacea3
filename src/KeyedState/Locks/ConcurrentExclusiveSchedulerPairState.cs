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
public sealed class ConcurrentExclusiveSchedulerPairState : IKeyedState
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
    public ValueTask<int> ReadAsync(int key)
    {
        try
        {
            return new(readers.StartNew(() => map.ReadOrZero(key)));
        }
        catch (TaskSchedulerException)
        {
            throw Disposed();
        }
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        try
        {
            return new(writers.StartNew(() => { map[key] = value; }));
        }
        catch (TaskSchedulerException)
        {
            throw Disposed();
        }
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

    // A pair refuses a task for no other reason than that it was completed.
    private static ObjectDisposedException Disposed() => new(nameof(ConcurrentExclusiveSchedulerPairState));
}
