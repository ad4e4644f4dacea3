namespace KeyedState.Stores.Tests.Kills;

/// <summary>A state whose engine can't be started.</summary>
[State(
    Title = "Never starts",
    Family = StateFamily.Store,
    Replies = ReplyMode.Asynchronous,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = false,
    ThrowsAfterDispose = true,
    HowItWorks = "It does not start")]
public sealed class NeverStartsState : IKeyedState, IEngineState
{
    public NeverStartsState() => throw new EngineFailedException("It does not start.");

    public EngineHost? Engine => throw new NotSupportedException();

    public ValueTask<int> ReadAsync(int key) => throw new NotSupportedException();

    public ValueTask WriteAsync(int key, int value) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
