namespace KeyedState.Verification;

/// <summary>Keeps the threads of the pool from working for most of the time, as callers that block them would.</summary>
internal sealed class PoolHogs : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(1);

    private volatile bool ended;

    /// <summary>Starts as many as the pool likes to have threads.</summary>
    public PoolHogs()
    {
        for (var i = 0; i < Environment.ProcessorCount; i++)
        {
            Queue();
        }
    }

    /// <summary>Ends them soon.</summary>
    public void Dispose() => ended = true;

    // Each goes to the end of the queue again, so that whatever waits there has its turn once a round.
    private void Queue() => ThreadPool.UnsafeQueueUserWorkItem(static hogs => hogs.Hold(), this, preferLocal: false);

    private void Hold()
    {
        Thread.Sleep(Rest);
        if (!ended)
        {
            Queue();
        }
    }
}
