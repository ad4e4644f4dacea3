using System.Runtime.CompilerServices;
using Proto;

namespace KeyedState.Frameworks;

/// <summary>An actor of Proto.Actor for each key, which is asked as its users write it. It is made when the key is first asked for and stays.</summary>
[State(
    Title = "Proto.Actor per key, RequestAsync",
    Family = StateFamily.Actor,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Proto.Actor",
    FullSuiteOnly = true,
    HowItWorks = "A ConcurrentDictionary holds the address of a Proto.Actor actor for each key, which is called with RequestAsync")]
[Lacks(Capability.Transfer, "two keys have two actors, and two messages are not one step")]
[Lacks(Capability.Snapshot, "each key has its own actor, and several messages are not one step")]
[ExclusiveUpdate(Reads = DuringUpdate.Waits, OtherKeys = DuringUpdate.GoesOn, SameKeyWithin = UpdateWithin.Deadlocks)]
public sealed class ProtoActorPerKeyState : IKeyedState, IAtomicAdd, IExclusiveUpdate
{
    private readonly KeyOwners owners = new(() => new Owner());
    private readonly Shutdown shutdown = new();

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        shutdown.ThrowIfBegun();
        var reply = new ValueTask<int>(RequestAsync<int>(key, Read.Instance));
        return shutdown.Watch(reply);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        shutdown.ThrowIfBegun();
        var reply = new ValueTask(RequestAsync<Written>(key, new Write(value)));
        return shutdown.Watch(reply);
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount)
    {
        shutdown.ThrowIfBegun();
        var reply = new ValueTask<int>(RequestAsync<int>(key, new Add(amount)));
        return shutdown.Watch(reply);
    }

    /// <inheritdoc/>
    public ValueTask<int> UpdateAsync(int key, Func<int, CancellationToken, ValueTask<int>> update, CancellationToken cancellationToken = default)
    {
        shutdown.ThrowIfBegun();
        var request = new ExclusiveUpdateRequest(key, update, cancellationToken);
        owners.Root.Send(owners.OwnerOf(key), request);
        return shutdown.Watch(request);
    }

    /// <summary>Refuses further operations, and completes once everything that came before is answered and the actors have ended.</summary>
    public ValueTask DisposeAsync() => shutdown.RunAsync(owners.DisposeAsync);

    // By the overload with a token, even if it is none: the one without has a time-out, and a timer an operation for it.
    private Task<T> RequestAsync<T>(int key, object message) => owners.Root.RequestAsync<T>(owners.OwnerOf(key), message, CancellationToken.None);

    private sealed class Read
    {
        public static Read Instance { get; } = new();
    }

    private sealed record Write(int Value);

    private sealed class Written
    {
        public static Written Instance { get; } = new();
    }

    private sealed record Add(int Amount);

    private sealed class Owner : IActor
    {
        private readonly StrongBox<int> value = new();

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Read:
                    context.Respond(value.Value);
                    break;
                case Write write:
                    value.Value = write.Value;
                    context.Respond(Written.Instance);
                    break;
                case Add add:
                    var before = value.Value;
                    value.Value = unchecked(before + add.Amount);
                    context.Respond(before);
                    break;
                case ExclusiveUpdateRequest update:
                    // The actor takes no other message until the task has ended.
                    return update.ServeAsync(value).AsTask();
            }

            return Task.CompletedTask;
        }
    }
}
