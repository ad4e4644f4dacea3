using Proto;

namespace KeyedState.Frameworks;

/// <summary>An actor of Proto.Actor that is asked, as its users write it.</summary>
[State(
    Title = "Proto.Actor, RequestAsync",
    Family = StateFamily.Actor,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Proto.Actor",
    FullSuiteOnly = true,
    HowItWorks = "A Proto.Actor actor, called with RequestAsync, which completes a future with the response")]
[ExclusiveUpdate(Reads = DuringUpdate.Waits, OtherKeys = DuringUpdate.Waits, SameKeyWithin = UpdateWithin.Deadlocks)]
public sealed class ProtoActorRequestState : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot, IExclusiveUpdate
{
    private readonly OwnerProcess process = new(() => new Owner());
    private readonly Shutdown shutdown = new();

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        shutdown.ThrowIfBegun();
        var reply = new ValueTask<int>(RequestAsync<int>(new Read(key)));
        return shutdown.Watch(reply);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        shutdown.ThrowIfBegun();
        var reply = new ValueTask(RequestAsync<Written>(new Write(key, value)));
        return shutdown.Watch(reply);
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount) => AskAsync(new AddCommand(key, amount));

    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount) => AskAsync(new TransferCommand(source, target, amount));

    /// <inheritdoc/>
    public async ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values) => await AskAsync(new SnapshotCommand(keys, values));

    /// <inheritdoc/>
    public ValueTask<int> UpdateAsync(int key, Func<int, CancellationToken, ValueTask<int>> update, CancellationToken cancellationToken = default)
    {
        shutdown.ThrowIfBegun();
        var request = new ExclusiveUpdateRequest(key, update, cancellationToken);
        process.Root.Send(process.Owner, request);
        return shutdown.Watch(request);
    }

    /// <summary>Refuses further operations, and completes once everything that came before is answered and the actor has ended.</summary>
    public ValueTask DisposeAsync() => shutdown.RunAsync(process.DisposeAsync);

    // By the overload with a token, even if it is none: the one without has a time-out, and a timer an operation for it.
    private Task<T> RequestAsync<T>(object message) => process.Root.RequestAsync<T>(process.Owner, message, CancellationToken.None);

    private ValueTask<T> AskAsync<T>(CompoundCommand<T> command)
        where T : struct
    {
        shutdown.ThrowIfBegun();
        var reply = new ValueTask<T>(ResultOf<T>(command));
        return shutdown.Watch(reply);
    }

    private async Task<T> ResultOf<T>(CompoundCommand<T> command)
        where T : struct
    {
        // An actor that throws would be made anew, without its map; so it responds with the exception.
        var response = await RequestAsync<object>(command);
        return response is Exception exception ? throw exception : (T)response;
    }

    private sealed record Read(int Key);

    private sealed record Write(int Key, int Value);

    private sealed class Written
    {
        public static Written Instance { get; } = new();
    }

    private sealed class Owner : IActor
    {
        private readonly Dictionary<int, int> map = [];

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Read read:
                    context.Respond(map.ReadOrZero(read.Key));
                    break;
                case Write write:
                    map[write.Key] = write.Value;
                    context.Respond(Written.Instance);
                    break;
                case ICompoundCommand command:
                    context.Respond(Apply(command));
                    break;
                case ExclusiveUpdateRequest update:
                    // The actor takes no other message until the task has ended.
                    return update.ServeAsync(map).AsTask();
            }

            return Task.CompletedTask;
        }

        private object Apply(ICompoundCommand command)
        {
            try
            {
                return command.Apply(map);
            }
            catch (InvalidTransferException exception)
            {
                return exception;
            }
        }
    }
}
