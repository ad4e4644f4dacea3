using Akka.Actor;
using Akka.Configuration;

namespace KeyedState.Frameworks;

/// <summary>An actor that owns a dictionary, and is asked.</summary>
/// <param name="dispatcher">What differs from Akka.NET's own configuration of its default dispatcher.</param>
internal sealed class AskedActor(Config dispatcher) : IKeyedState
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
