namespace KeyedState.Frameworks;

/// <summary>
/// The calls of a state that are under way, for an engine that doesn't serve everything it got before it was told to stop. The state
/// lets the engine serve them all, and only then stops it.
/// </summary>
internal sealed class OpenCalls
{
    private readonly Shutdown shutdown = new();
    private readonly TaskCompletionSource none = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The state itself counts as one until it is disposed of, so that there are none only after that.
    private int open = 1;

    /// <summary>Begins a call, which must be ended.</summary>
    /// <exception cref="ObjectDisposedException">The state is being disposed of, or was; there is nothing to end.</exception>
    public void Begin()
    {
        // Counted before it looks: a call that sees no shutdown is one for which the shutdown waits.
        Interlocked.Increment(ref open);
        try
        {
            shutdown.ThrowIfBegun();
        }
        catch (ObjectDisposedException)
        {
            End();
            throw;
        }
    }

    /// <summary>Ends a call.</summary>
    public void End()
    {
        if (Interlocked.Decrement(ref open) == 0)
        {
            none.TrySetResult();
        }
    }

    /// <summary>Refuses further calls, waits for the end of those that are under way, and stops the engine; completes when that is done.</summary>
    /// <param name="stop">Ends the engine; called once however often this is.</param>
    public ValueTask CloseAsync(Func<ValueTask> stop) => shutdown.RunAsync(async () =>
    {
        End();
        await none.Task;
        await stop();
    });
}
