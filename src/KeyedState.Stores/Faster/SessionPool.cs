using FASTER.core;

namespace KeyedState.Stores;

/// <summary>The sessions of a store. Each is for one operation at a time, which may go on on another thread than it began on.</summary>
/// <param name="open">Opens another.</param>
internal sealed class SessionPool(Func<ClientSession<int, int, int, int, Empty, RecordFunctions>> open)
{
    private readonly Lock gate = new();
    private readonly Stack<ClientSession<int, int, int, int, Empty, RecordFunctions>> free = [];
    private readonly TaskCompletionSource allReturned = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int taken;
    private bool isClosed;

    /// <summary>Takes one, which must be returned.</summary>
    /// <exception cref="ObjectDisposedException">The pool is closed.</exception>
    public ClientSession<int, int, int, int, Empty, RecordFunctions> Take()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            var session = free.TryPop(out var one) ? one : open();
            taken++;
            return session;
        }
    }

    /// <summary>Returns one.</summary>
    /// <param name="session">The session.</param>
    public void Return(ClientSession<int, int, int, int, Empty, RecordFunctions> session)
    {
        lock (gate)
        {
            free.Push(session);
            taken--;
            EndIfAllReturned();
        }
    }

    /// <summary>Gives out no more, waits for those that are taken, and ends them all.</summary>
    public async Task CloseAsync()
    {
        lock (gate)
        {
            isClosed = true;
            EndIfAllReturned();
        }

        await allReturned.Task;
        while (free.TryPop(out var session))
        {
            session.Dispose();
        }
    }

    private void EndIfAllReturned()
    {
        if (isClosed && taken == 0)
        {
            allReturned.TrySetResult();
        }
    }
}
