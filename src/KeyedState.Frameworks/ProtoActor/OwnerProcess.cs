using Proto;

namespace KeyedState.Frameworks;

/// <summary>A system of Proto.Actor that holds one owner. It logs nothing unless it is given a logger, and takes no metrics.</summary>
/// <remarks>
/// Mailbox and dispatcher are the default ones. Another dispatcher, even of the same kind, is given a task where the
/// default one is given the mailbox itself.
/// </remarks>
internal sealed class OwnerProcess : IAsyncDisposable
{
    private readonly ActorSystem system = new();

    /// <summary>Starts the system and the owner.</summary>
    /// <param name="makeOwner">Makes the owner.</param>
    public OwnerProcess(Producer makeOwner)
    {
        Owner = system.Root.Spawn(Props.FromProducer(makeOwner));

        // As in Proto.Actor's own benchmarks: the system's root sends through a chain of middleware, even an empty one,
        // and therefore wraps each message.
        Root = new RootContext(system);
    }

    /// <summary>From where the owner is sent messages.</summary>
    public IRootContext Root { get; }

    /// <summary>The owner.</summary>
    public PID Owner { get; }

    /// <summary>Lets the owner do what it has been sent before, and then ends it and the system.</summary>
    public async ValueTask DisposeAsync()
    {
        await Root.PoisonAsync(Owner);
        await system.ShutdownAsync();
    }
}
