using Proto;

namespace KeyedState.Frameworks;

/// <summary>A system of Proto.Actor that holds one owner. It logs nothing unless it is given a logger, and takes no metrics.</summary>
internal sealed class OwnerProcess : IAsyncDisposable
{
    private readonly ActorSystem system = new();

    /// <summary>Starts the system and the owner.</summary>
    /// <param name="makeOwner">Makes the owner.</param>
    public OwnerProcess(Producer makeOwner) => Owner = system.Root.Spawn(Props.FromProducer(makeOwner));

    /// <summary>From where the owner is sent messages.</summary>
    public IRootContext Root => system.Root;

    /// <summary>The owner.</summary>
    public PID Owner { get; }

    /// <summary>Lets the owner do what it has been sent before, and then ends it and the system.</summary>
    public async ValueTask DisposeAsync()
    {
        await system.Root.PoisonAsync(Owner);
        await system.ShutdownAsync();
    }
}
