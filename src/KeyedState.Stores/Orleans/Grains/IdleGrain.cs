namespace KeyedState.Stores;

/// <inheritdoc cref="IIdleGrain"/>
[SpreadPlacement]
internal sealed class IdleGrain : Grain, IIdleGrain
{
    /// <inheritdoc/>
    public ValueTask CallAsync() => ValueTask.CompletedTask;
}
