using Akka.Actor;
using Akka.Configuration;

namespace KeyedState.Frameworks;

/// <summary>An actor that owns a dictionary, and is told requests which it completes itself.</summary>
internal sealed class ToldActor : IKeyedState, IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private readonly OwnerSystem<OwnerActor> system;
    private readonly PooledRequests requests;

    /// <summary>Starts the system.</summary>
    /// <param name="dispatcher">What differs from Akka.NET's own configuration of its default dispatcher.</param>
    public ToldActor(Config dispatcher)
    {
        system = new OwnerSystem<OwnerActor>(dispatcher);
        var owner = system.Owner;
        requests = new PooledRequests(request => owner.Tell(request, ActorRefs.NoSender));
    }

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => requests.ReadAsync(key);

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value) => requests.WriteAsync(key, value);

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int key, int amount) => requests.AddAsync(key, amount);

    /// <inheritdoc/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount) => requests.TransferAsync(source, target, amount);

    /// <inheritdoc/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values) => requests.SnapshotAsync(keys, values);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => requests.CloseAsync(system.DisposeAsync);

    private sealed class OwnerActor : UntypedActor
    {
        private readonly Dictionary<int, int> map = [];

        protected override void OnReceive(object message) => PooledRequests.Serve((TurnRequest)message, map);
    }
}
