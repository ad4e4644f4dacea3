using Akka.Actor;

namespace KeyedState.Frameworks;

/// <summary>An actor of Akka.NET that is told, and completes the request itself.</summary>
[State(
    Title = "Akka.NET, Tell",
    Family = StateFamily.Actor,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = true,
    Package = "Akka",
    Cost = CostClass.HundredsOfNanoseconds,
    FullSuiteOnly = true,
    HowItWorks = "An Akka.NET actor, run from the pool's shared queue, is told a pooled request and queues each reply to the thread pool")]
public sealed class AkkaTellState : IKeyedState
{
    private readonly OwnerSystem<OwnerActor> system = new();
    private readonly PooledRequests requests;

    /// <summary>Starts the system.</summary>
    public AkkaTellState()
    {
        var owner = system.Owner;
        requests = new PooledRequests(request => owner.Tell(request, ActorRefs.NoSender));
    }

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => requests.ReadAsync(key);

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value) => requests.WriteAsync(key, value);

    /// <summary>Refuses further operations, and completes once everything that came before is served and the system has ended.</summary>
    public ValueTask DisposeAsync() => requests.CloseAsync(system.DisposeAsync);

    private sealed class OwnerActor : UntypedActor
    {
        private readonly Dictionary<int, int> map = [];

        protected override void OnReceive(object message) => PooledRequests.Serve((TurnRequest)message, map);
    }
}
