using Akka.Actor;
using Akka.Configuration;

namespace KeyedState.Frameworks;

/// <summary>An actor that owns a dictionary, and is asked.</summary>
/// <param name="dispatcher">What differs from Akka.NET's own configuration of its default dispatcher.</param>
internal sealed class AskedActor(Config dispatcher) : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot, IExclusiveUpdate
{
    private readonly OwnerSystem<OwnerActor> system = new(dispatcher);
    private readonly Shutdown shutdown = new();

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        shutdown.ThrowIfBegun();

        // Without a time-out, which would cost a timer an operation.
        var reply = new ValueTask<int>(system.Owner.Ask<int>(new Read(key)));
        return shutdown.Watch(reply);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        shutdown.ThrowIfBegun();
        var reply = new ValueTask(system.Owner.Ask<Written>(new Write(key, value)));
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
        system.Owner.Tell(request, ActorRefs.NoSender);
        return shutdown.Watch(request);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => shutdown.RunAsync(system.DisposeAsync);

    private ValueTask<T> AskAsync<T>(CompoundCommand<T> command)
        where T : struct
    {
        shutdown.ThrowIfBegun();
        var reply = new ValueTask<T>(system.Owner.Ask<T>(command));
        return shutdown.Watch(reply);
    }

    private sealed record Read(int Key);

    private sealed record Write(int Key, int Value);

    private sealed class Written
    {
        public static Written Instance { get; } = new();
    }

    private sealed class OwnerActor : UntypedActor
    {
        private readonly Dictionary<int, int> map = [];

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Read read:
                    Sender.Tell(map.ReadOrZero(read.Key));
                    break;
                case Write write:
                    map[write.Key] = write.Value;
                    Sender.Tell(Written.Instance);
                    break;
                case ICompoundCommand command:
                    Sender.Tell(Apply(command));
                    break;
                case ExclusiveUpdateRequest update:
                    // The actor takes no other message until the task has ended.
                    RunTask(() => update.ServeAsync(map).AsTask());
                    break;
            }
        }

        // An actor that throws would be made anew, without its map.
        private object Apply(ICompoundCommand command)
        {
            try
            {
                return command.Apply(map);
            }
            catch (InvalidTransferException exception)
            {
                return new Status.Failure(exception);
            }
        }
    }
}
