namespace KeyedState.Tests.Latency;

/// <summary>Serves one operation at a time, and a writer only when no reader waits.</summary>
internal sealed class ReadersFirstState(VirtualTime time, long length) : IKeyedState
{
    private readonly Queue<TaskCompletionSource> readers = new();
    private readonly Queue<TaskCompletionSource> writers = new();
    private bool serves;

    public async ValueTask<int> ReadAsync(int key)
    {
        await Enqueue(readers);
        return 0;
    }

    public async ValueTask WriteAsync(int key, int value) => await Enqueue(writers);

    public ValueTask DisposeAsync() => default;

    private Task Enqueue(Queue<TaskCompletionSource> queue)
    {
        var answer = new TaskCompletionSource();
        queue.Enqueue(answer);
        Serve();
        return answer.Task;
    }

    private void Serve()
    {
        if (!serves && (readers.TryDequeue(out var next) || writers.TryDequeue(out next)))
        {
            serves = true;
            time.At(time.Now() + length, () =>
            {
                next.SetResult();
                time.At(time.Now(), () =>
                {
                    serves = false;
                    Serve();
                });
            });
        }
    }
}
