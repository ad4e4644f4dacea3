namespace KeyedState.Harness;

/// <summary>Holds nothing and lets every caller wait for a millisecond.</summary>
internal sealed class WaitingState : IKeyedState
{
    private readonly Pacer pacer = new(TimeSpan.FromMilliseconds(1));
    private readonly PauseRecord record = new();

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(int key)
    {
        await new Pause(pacer, record).BeginAsync();
        return 0;
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(int key, int value) => await new Pause(pacer, record).BeginAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        pacer.Dispose();
        return default;
    }
}
