using System.Collections.Concurrent;
using Proto;

namespace KeyedState.Frameworks;

/// <summary>A system of Proto.Actor that holds an owner for each key that was asked for. It logs nothing unless it is given a logger, and takes no metrics.</summary>
/// <remarks>Mailbox and dispatcher are the default ones, as in <see cref="OwnerProcess"/>.</remarks>
internal sealed class KeyOwners : IAsyncDisposable
{
    private readonly ActorSystem system = new();
    private readonly ConcurrentDictionary<int, PID> owners = new();
    private readonly Lock spawning = new();
    private readonly Props props;

    /// <summary>Starts the system.</summary>
    /// <param name="makeOwner">Makes a key's owner.</param>
    public KeyOwners(Producer makeOwner)
    {
        props = Props.FromProducer(makeOwner);
        Root = new RootContext(system);
    }

    /// <summary>From where the owners are sent messages.</summary>
    public IRootContext Root { get; }

    /// <summary>The owner of <paramref name="key"/>, which is made if the key has none yet.</summary>
    public PID OwnerOf(int key) => owners.TryGetValue(key, out var owner) ? owner : Spawn(key);

    /// <summary>Lets each owner do what it has been sent before, and then ends them and the system.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(owners.Values.Select(owner => Root.PoisonAsync(owner)));
        await system.ShutdownAsync();
    }

    private PID Spawn(int key)
    {
        // The dictionary's own GetOrAdd may call its factory twice for a key, and one of the two actors would be left over.
        lock (spawning)
        {
            return owners.GetOrAdd(key, static (_, system) => system.Root.Spawn(system.Props), (Root, Props: props));
        }
    }
}
