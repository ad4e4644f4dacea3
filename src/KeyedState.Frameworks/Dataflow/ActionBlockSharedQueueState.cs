using System.Threading.Tasks.Dataflow;

namespace KeyedState.Frameworks;

/// <summary>
/// The block of <see cref="ActionBlockState"/>, tuned for this workload: its requests are pooled, and it is scheduled on
/// the queue that all threads of the pool share.
/// </summary>
/// <remarks>
/// The block's faster queue for a single producer is not for callers on any thread. It makes a task each time that it
/// finds work after it had none, so this state does not promise to allocate nothing, although its requests are pooled.
/// </remarks>
[State(
    Title = "Dataflow ActionBlock, shared queue",
    Family = StateFamily.Actor,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    FullSuiteOnly = true,
    HowItWorks = "A TPL Dataflow ActionBlock, scheduled on the thread pool's shared queue, serves pooled requests one at a time and queues each reply to the thread pool")]
[Lacks(Capability.ExclusiveUpdate, "its owner serves in turns that never await")]
public sealed class ActionBlockSharedQueueState : TurnBasedState, IKeyedState
{
    private readonly Dictionary<int, int> map = [];
    private readonly ActionBlock<TurnRequest> owner;

    /// <summary>Makes the block, which runs on the thread pool while it has requests.</summary>
    public ActionBlockSharedQueueState() => owner = new ActionBlock<TurnRequest>(
        Serve, new ExecutionDataflowBlockOptions { TaskScheduler = SharedQueueScheduler.Instance });

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        var request = TurnRequestPool.Rent();
        var reply = request.BeginRead(key);
        Send(request);
        return reply;
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        var request = TurnRequestPool.Rent();
        var reply = request.BeginWrite(key, value);
        Send(request);
        return reply;
    }

    /// <summary>
    /// Completes once every request that came before is served; later ones are refused. The block decides which of
    /// the two a request is, under one lock.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        owner.Complete();
        return new ValueTask(owner.Completion);
    }

    private protected override TurnRequest NewRequest() => TurnRequestPool.Rent();

    // A request that is refused is left to the collector: it may hold memory of the caller's.
    private protected override void Send(TurnRequest request) => ObjectDisposedException.ThrowIf(!owner.Post(request), this);

    private void Serve(TurnRequest request) => PooledRequests.Serve(request, map);
}
