using System.Threading.Channels;

namespace KeyedState;

/// <summary>
/// An owner behind one channel, with a completion source in each request, as most .NET code would do it. It is the
/// baseline that the other states are compared with.
/// </summary>
[State(
    Title = "TaskCompletionSource owner",
    Family = StateFamily.ChannelOwner,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    HowItWorks = "One owner reads requests from an unbounded channel and completes the TaskCompletionSource in each request")]
[ExclusiveUpdate(Reads = DuringUpdate.Waits, OtherKeys = DuringUpdate.Waits, SameKeyWithin = UpdateWithin.Deadlocks)]
public sealed class TaskCompletionSourceChannelOwnerState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot, IExclusiveUpdate
{
    private readonly Dictionary<int, int> map = [];
    private readonly Channel<object> requests =
        Channel.CreateUnbounded<object>(new UnboundedChannelOptions { SingleReader = true });

    private readonly Task serving;

    /// <summary>Starts the owner.</summary>
    public TaskCompletionSourceChannelOwnerState() => serving = ServeAsync();

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

    /// <inheritdoc/>
    public async ValueTask<int> UpdateAsync(int key, Func<int, CancellationToken, ValueTask<int>> update, CancellationToken cancellationToken = default)
    {
        var request = new ExclusiveUpdateRequest(key, update, cancellationToken);
        Send(request);
        return await request.Reply;
    }

    /// <summary>
    /// Completes once every request that came before is served; later ones are refused. The channel decides
    /// which of the two a request is, under one lock, and so none is neither.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        requests.Writer.TryComplete();
        await serving;
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

    private void Send(object request) => ObjectDisposedException.ThrowIf(!requests.Writer.TryWrite(request), this);

    private async Task ServeAsync()
    {
        await foreach (var request in requests.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            if (request is CompletionRequest synchronous)
            {
                synchronous.Serve(map);
            }
            else
            {
                await ((ExclusiveUpdateRequest)request).ServeAsync(map).ConfigureAwait(false);
            }
        }
    }
}
