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
public sealed class ProtoActorRequestState : IKeyedState
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

    /// <summary>Refuses further operations, and completes once everything that came before is answered and the actor has ended.</summary>
    public ValueTask DisposeAsync() => shutdown.RunAsync(process.DisposeAsync);

    // By the overload with a token, even if it is none: the one without has a time-out, and a timer an operation for it.
    private Task<T> RequestAsync<T>(object message) => process.Root.RequestAsync<T>(process.Owner, message, CancellationToken.None);

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
            }

            return Task.CompletedTask;
        }
    }
}
