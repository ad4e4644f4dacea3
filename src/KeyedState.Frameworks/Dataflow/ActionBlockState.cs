using System.Threading.Tasks.Dataflow;

namespace KeyedState.Frameworks;

/// <summary>
/// An owner that is an <see cref="ActionBlock{TInput}"/> of TPL Dataflow with its default options, and a completion source
/// in each message, as its users write it.
/// </summary>
/// <remarks>By default a block takes one message at a time and has no bound.</remarks>
[State(
    Title = "Dataflow ActionBlock",
    Family = StateFamily.Actor,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    DotNetType = "ActionBlock",
    HowItWorks = "A TPL Dataflow ActionBlock with default options serves one message at a time and completes the TaskCompletionSource in each")]
[Lacks(Capability.ExclusiveUpdate, "its action is synchronous, and an asynchronous one would slow every message")]
public sealed class ActionBlockState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private readonly Dictionary<int, int> map = [];
    private readonly ActionBlock<CompletionRequest> owner;

    /// <summary>Makes the block, which runs on the thread pool while it has messages.</summary>
    public ActionBlockState() => owner = new ActionBlock<CompletionRequest>(request => request.Serve(map));

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(int key) => await AskAsync(new PlainCompletionRequest(key, newValue: null));

    /// <inheritdoc/>
    public async ValueTask WriteAsync(int key, int value) => await AskAsync(new PlainCompletionRequest(key, value));

    /// <inheritdoc/>
    public async ValueTask<int> AddAsync(int key, int amount) => await AskAsync(new AddCommand(key, amount));

    /// <inheritdoc/>
    public async ValueTask<TransferResult> TransferAsync(int source, int target, int amount) => await AskAsync(new TransferCommand(source, target, amount));

    /// <inheritdoc/>
    public async ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values) => await AskAsync(new SnapshotCommand(keys, values));

    /// <summary>
    /// Completes once every message that came before is served; later ones are refused. The block decides which of
    /// the two a message is, under one lock.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        owner.Complete();
        return new ValueTask(owner.Completion);
    }

    private Task<int> AskAsync(PlainCompletionRequest request)
    {
        Send(request);
        return request.Reply;
    }

    private Task<T> AskAsync<T>(CompoundCommand<T> command)
        where T : struct
    {
        var request = new CompoundCompletionRequest<T>(command);
        Send(request);
        return request.Reply;
    }

    private void Send(CompletionRequest request) => ObjectDisposedException.ThrowIf(!owner.Post(request), this);
}
