namespace KeyedState.Harness;

/// <summary>
/// One thread on which asynchronous work runs in turn: what awaits there goes on there. It lets many workers drive
/// a state that no two threads may touch.
/// </summary>
internal sealed class OneThread : SynchronizationContext
{
    // What the thread posts to itself needs no lock, and with states that take a few nanoseconds a lock would show.
    private readonly Queue<(SendOrPostCallback Callback, object? Argument)> own = new();
    private readonly Queue<(SendOrPostCallback Callback, object? Argument)> mail = new();
    private Thread? thread;
    private volatile bool hasMail;
    private bool ended;

    /// <summary>Starts the thread; it ends once the task that <paramref name="work"/> returns has, and its process does not wait for it.</summary>
    /// <param name="work">Called on the thread.</param>
    /// <returns>The thread, for what else is to run on it until then.</returns>
    public static OneThread Run(Func<Task> work)
    {
        var context = new OneThread();
        context.thread = new Thread(() => context.Serve(work)) { IsBackground = true, Name = nameof(OneThread) };
        context.thread.Start();
        return context;
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        if (Thread.CurrentThread == thread)
        {
            own.Enqueue((d, state));
            return;
        }

        lock (mail)
        {
            mail.Enqueue((d, state));
            hasMail = true;
            Monitor.Pulse(mail);
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

    // Its end is reached on the thread itself.
    private async Task EndAfterAsync(Task work)
    {
        await work;
        ended = true;
    }

    private (SendOrPostCallback Callback, object? Argument)? Take()
    {
        if (hasMail || own.Count == 0)
        {
            TakeMail();
        }

        return own.Count == 0 ? null : own.Dequeue();
    }

    /// <summary>Takes the mail in, and waits for some while there is nothing else to do and the end has not come.</summary>
    private void TakeMail()
    {
        lock (mail)
        {
            while (mail.Count == 0 && own.Count == 0 && !ended)
            {
                Monitor.Wait(mail);
            }

            while (mail.TryDequeue(out var posted))
            {
                own.Enqueue(posted);
            }

            hasMail = false;
        }
    }
}
