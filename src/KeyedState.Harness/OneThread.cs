namespace KeyedState.Harness;

/// <summary>
/// One thread on which asynchronous work runs in turn: what awaits there goes on there. It lets many workers drive
/// a state that no two threads may touch.
/// </summary>
internal sealed class OneThread : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? Argument)> queue = new();
    private bool ended;

    /// <summary>Starts the thread; it ends once the task that <paramref name="work"/> returns has, and its process does not wait for it.</summary>
    /// <param name="work">Called on the thread.</param>
    public static void Run(Func<Task> work)
    {
        var context = new OneThread();
        new Thread(() => context.Serve(work)) { IsBackground = true, Name = nameof(OneThread) }.Start();
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (queue)
        {
            queue.Enqueue((d, state));
            Monitor.Pulse(queue);
        }
    }

    private void Serve(Func<Task> work)
    {
        SetSynchronizationContext(this);
        _ = EndAfterAsync(work());
        while (Take() is { } next)
        {
            next.Callback(next.Argument);
        }
    }

    private async Task EndAfterAsync(Task work)
    {
        await work;
        lock (queue)
        {
            ended = true;
        }
    }

    private (SendOrPostCallback Callback, object? Argument)? Take()
    {
        lock (queue)
        {
            while (queue.Count == 0)
            {
                if (ended)
                {
                    return null;
                }

                Monitor.Wait(queue);
            }

            return queue.Dequeue();
        }
    }
}
