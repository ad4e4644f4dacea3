using Akka.Actor;

namespace KeyedState.Frameworks;

/// <summary>An actor of Akka.NET that is asked, as its users write it.</summary>
[State(
    Title = "Akka.NET, Ask",
    Family = StateFamily.Actor,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Akka",
    Cost = CostClass.Microseconds,
    HowItWorks = "An Akka.NET actor, run from the pool's shared queue, is asked for each operation, which makes a temporary actor for the reply")]
public sealed class AkkaAskState : IKeyedState
{
    private readonly OwnerSystem<OwnerActor> system = new();
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

    /// <summary>Refuses further operations, and completes once everything that came before is answered and the system has ended.</summary>
    public ValueTask DisposeAsync() => shutdown.RunAsync(system.DisposeAsync);

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
            }
        }
    }
}
