namespace KeyedState.Stores;

/// <summary>The calls of a state that are under way, for an engine that does not answer all that it got before it was told to stop.</summary>
internal sealed class OpenCalls
{
    private readonly TaskCompletionSource none = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The state itself counts as one until it is disposed of, so that there are none only after that.
    private int open = 1;
    private int closed;

    /// <summary>Begins a call, which must be ended.</summary>
    /// <exception cref="ObjectDisposedException">The state is being disposed of, or was; there is nothing to end.</exception>
    public void Begin()
    {
        // Counted before it looks: a call that finds the state open is one that its end waits for.
        Interlocked.Increment(ref open);
        if (Volatile.Read(ref closed) != 0)
        {
            End();
            throw new ObjectDisposedException(null, "The keyed state was disposed of.");
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

    /// <summary>Refuses further calls, and completes once none is under way.</summary>
    /// <returns>Whether this is the first time.</returns>
    public async ValueTask<bool> CloseAsync()
    {
        var isFirst = Interlocked.Exchange(ref closed, 1) == 0;
        if (isFirst)
        {
            End();
        }

        await none.Task;
        return isFirst;
    }
}
