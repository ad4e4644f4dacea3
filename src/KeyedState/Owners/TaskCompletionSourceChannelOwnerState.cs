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
public sealed class TaskCompletionSourceChannelOwnerState : IKeyedState
{
    private readonly Dictionary<int, int> map = [];
    private readonly Channel<CompletionRequest> requests =
        Channel.CreateUnbounded<CompletionRequest>(new UnboundedChannelOptions { SingleReader = true });

    private readonly Task serving;

    /// <summary>Starts the owner.</summary>
    public TaskCompletionSourceChannelOwnerState() => serving = ServeAsync();

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(int key) => await AskAsync(new CompletionRequest(key, NewValue: null));

    /// <inheritdoc/>
    public async ValueTask WriteAsync(int key, int value) => await AskAsync(new CompletionRequest(key, value));

    /// <summary>
    /// Completes once every request that came before is served; later ones are refused. The channel decides
    /// which of the two a request is, under one lock, and so none is neither.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        requests.Writer.TryComplete();
        await serving;
    }

    private Task<int> AskAsync(CompletionRequest request)
    {
        ObjectDisposedException.ThrowIf(!requests.Writer.TryWrite(request), this);
        return request.Reply;
    }

    private async Task ServeAsync()
    {
        await foreach (var request in requests.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            request.Serve(map);
        }
    }
}
