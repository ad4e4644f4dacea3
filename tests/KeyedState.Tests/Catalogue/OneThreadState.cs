namespace KeyedState.Tests.Catalogue;

/// <summary>A design that asks to be called by one thread only, which the catalogue refuses.</summary>
[State(
    Title = "One thread",
    Family = StateFamily.Dictionary,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    OneThread = true,
    HowItWorks = "It does not")]
internal sealed class OneThreadState : IKeyedState
{
    public ValueTask<int> ReadAsync(int key) => new(0);

    public ValueTask WriteAsync(int key, int value) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
