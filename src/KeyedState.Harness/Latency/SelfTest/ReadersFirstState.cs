namespace KeyedState.Harness;

/// <summary>Holds nothing and answers one caller at a time, by a thread of its own: a writer only when no reader waits.</summary>
internal sealed class ReadersFirstState : IKeyedState
{
    private const int Spins = 2_000;

    private readonly object gate = new();
    private readonly Queue<TaskCompletionSource> readers = new();
    private readonly Queue<TaskCompletionSource> writers = new();
    private readonly Thread thread;
    private bool ended;

    /// <summary>Starts the thread.</summary>
    public ReadersFirstState()
    {
        thread = new Thread(Serve) { IsBackground = true, Name = nameof(ReadersFirstState) };
        thread.Start();
    }

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(int key)
    {
        await Enqueue(readers);
        return 0;
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(int key, int value) => await Enqueue(writers);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            ended = true;
            Monitor.Pulse(gate);
        }

        thread.Join();
        return default;
    }

    private Task Enqueue(Queue<TaskCompletionSource> queue)
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            queue.Enqueue(answer);
            Monitor.Pulse(gate);
        }

        return answer.Task;
    }

    private void Serve()
    {
        while (Next() is { } answer)
        {
            // Longer than all readers that were answered need to come again, or there are moments in which none waits.
            Thread.SpinWait(Spins);
            answer.SetResult();
        }
    }

    private TaskCompletionSource? Next()
    {
        lock (gate)
        {
            TaskCompletionSource? next;
            while (!readers.TryDequeue(out next) && !writers.TryDequeue(out next) && !ended)
            {
                Monitor.Wait(gate);
            }

            return next;
        }
    }
}
