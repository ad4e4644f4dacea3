using Akka.Actor;
using Akka.Configuration;

namespace KeyedState.Frameworks;

/// <summary>An actor system that holds one owner.</summary>
internal sealed class OwnerSystem<TOwner> : IAsyncDisposable
    where TOwner : ActorBase
{
    // Nothing here concerns an operation: there is no log, and nothing runs by itself when the process exits or the system
    // ends, since the state ends what it began, in its own order.
    private static readonly Config Settings = ConfigurationFactory.ParseString(
        """
        akka {
          loglevel = OFF
          stdout-loglevel = OFF
          log-dead-letters = off
          coordinated-shutdown {
            run-by-clr-shutdown-hook = off
            run-by-actor-system-terminate = off
          }
        }
        """);

    private readonly ActorSystem system;

    /// <summary>Starts the system and the owner.</summary>
    /// <param name="dispatcher">What differs from Akka.NET's own configuration of its default dispatcher.</param>
    public OwnerSystem(Config dispatcher)
    {
        system = ActorSystem.Create("keyed-state", dispatcher.WithFallback(Settings));
        Owner = system.ActorOf(Props.Create<TOwner>());
    }

    /// <summary>The owner.</summary>
    public IActorRef Owner { get; }

    /// <summary>Lets the owner do what it has been told before, and then ends it and the system.</summary>
    public async ValueTask DisposeAsync()
    {
        // Ending the system alone would overtake what waits in the owner's mailbox.
        var ended = Owner.WatchAsync();
        Owner.Tell(PoisonPill.Instance, ActorRefs.NoSender);
        await ended;
        await system.Terminate();
    }
}
