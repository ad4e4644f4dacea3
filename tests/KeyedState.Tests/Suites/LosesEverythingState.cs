namespace KeyedState.Tests.Suites;

/// <summary>The fastest implementation there is, and a wrong one.</summary>
[State(
    Title = "Loses everything",
    Family = StateFamily.Dictionary,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    HowItWorks = "Does nothing and claims to be a dictionary")]
public sealed class LosesEverythingState : IKeyedState
{
    public ValueTask<int> ReadAsync(int key) => new(0);

    public ValueTask WriteAsync(int key, int value) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
