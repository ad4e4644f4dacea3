using Akka.Configuration;

namespace KeyedState.Frameworks;

/// <summary>An actor of Akka.NET on the default dispatcher that is asked, as its users write it.</summary>
[State(
    Title = "Akka.NET, Ask",
    Family = StateFamily.Actor,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    Package = "Akka",
    HowItWorks = "An Akka.NET actor on the default dispatcher, called with Ask, which creates a temporary actor for each reply")]
public sealed class AkkaAskState : IKeyedState
{
    private readonly AskedActor owner = new(Config.Empty);

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => owner.ReadAsync(key);

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value) => owner.WriteAsync(key, value);

    /// <summary>Refuses further operations, and completes once everything that came before is answered and the system has ended.</summary>
    public ValueTask DisposeAsync() => owner.DisposeAsync();
}
