using Proto;

namespace KeyedState.Frameworks;

/// <summary>An actor of Proto.Actor that is sent pooled requests, and completes them itself.</summary>
[State(
    Title = "Proto.Actor, Send",
    Family = StateFamily.Actor,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = true,
    Package = "Proto.Actor",
    FullSuiteOnly = true,
    HowItWorks = "A Proto.Actor actor receives pooled requests by Send and queues each reply to the thread pool")]
[Lacks(Capability.ExclusiveUpdate, "its requests are served in one go, without an await")]
public sealed class ProtoActorSendState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private readonly OwnerProcess process = new(() => new Owner());
    private readonly PooledRequests requests;

    /// <summary>Starts the actor.</summary>
    public ProtoActorSendState()
    {
        var (root, owner) = (process.Root, process.Owner);
        requests = new PooledRequests(request => root.Send(owner, request));
    }

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => requests.ReadAsync(key);

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value) => requests.WriteAsync(key, value);

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount) => requests.AddAsync(key, amount);

    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount) => requests.TransferAsync(source, target, amount);

    /// <inheritdoc/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values) => requests.SnapshotAsync(keys, values);

    /// <summary>Refuses further operations, and completes once everything that came before is served and the actor has ended.</summary>
    public ValueTask DisposeAsync() => requests.CloseAsync(process.DisposeAsync);

    private sealed class Owner : IActor
    {
        private readonly Dictionary<int, int> map = [];

        public Task ReceiveAsync(IContext context)
        {
            if (context.Message is TurnRequest request)
            {
                PooledRequests.Serve(request, map);
            }

            return Task.CompletedTask;
        }
    }
}
