using System.Threading.Tasks.Sources;

namespace KeyedState.Harness;

/// <summary>One worker's wait for its next arrival. A wait allocates nothing.</summary>
/// <remarks>
/// The worker shows that it waits only after its continuation is in place, and whoever takes it from there runs it. It goes on
/// in a work item of its own: a state that blocks its caller must not stop the thread that paces.
/// </remarks>
internal sealed class DueSignal : IValueTaskSource<bool>, IThreadPoolWorkItem
{
    private const int Nobody = -1;

    private Action<object?>? continuation;
    private object? continued;
    private SynchronizationContext? context;
    private int arrival;
    private int waitingFor = Nobody;
    private int released;
    private bool closed;

    /// <summary>Waits until an arrival is due.</summary>
    /// <param name="number">Which of the worker's, from 0.</param>
    /// <returns>False if nothing is let go any more.</returns>
    public ValueTask<bool> UntilDueAsync(int number)
    {
        arrival = number;
        return CanGo ? new(!Volatile.Read(ref closed)) : new(this, 0);
    }

    /// <summary>Says that the worker's next arrival is due. For one thread.</summary>
    public void Release()
    {
        var due = released;
        Volatile.Write(ref released, due + 1);
        if (TryTake(due))
        {
            Resume();
        }
    }

    /// <summary>Lets the worker go now and whenever it comes.</summary>
    public void Close()
    {
        Volatile.Write(ref closed, true);
        if (Interlocked.Exchange(ref waitingFor, Nobody) != Nobody)
        {
            Resume();
        }
    }

    void IThreadPoolWorkItem.Execute() => continuation!(continued);

    bool IValueTaskSource<bool>.GetResult(short token) => !Volatile.Read(ref closed);

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => CanGo ? ValueTaskSourceStatus.Succeeded : ValueTaskSourceStatus.Pending;

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        (this.continuation, continued) = (continuation, state);
        context = (flags & ValueTaskSourceOnCompletedFlags.UseSchedulingContext) == 0 ? null : SynchronizationContext.Current;
        var number = arrival;
        Interlocked.Exchange(ref waitingFor, number);

        // Whoever lets arrivals go writes before it looks for a waiting worker, and this looks after it is there to be seen.
        if (CanGo && TryTake(number))
        {
            Resume();
        }
    }

    private bool CanGo => Volatile.Read(ref released) > arrival || Volatile.Read(ref closed);

    private bool TryTake(int number) => Interlocked.CompareExchange(ref waitingFor, Nobody, number) == number;

    private void Resume()
    {
        if (context is { } there)
        {
            there.Post(signal => ((IThreadPoolWorkItem)signal!).Execute(), this);
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
