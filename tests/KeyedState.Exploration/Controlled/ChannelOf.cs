using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using System.Threading.Tasks.Sources;
using KeyedState.Exploration;

namespace KeyedState;

/// <summary>
/// An unbounded channel with one reader. Each call is one step, since the framework takes a lock for it; a reader that waits is
/// told by a work item of the pool.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "Named like the framework's.")]
internal sealed class Channel<T> : IValueTaskSource<bool>, IThreadPoolWorkItem
{
    private readonly Queue<T> items = new();
    private ManualResetValueTaskSourceCore<bool> news;
    private bool isAwaited;
    private bool isClosed;

    public Channel(bool allowSynchronousContinuations) =>
        ArgumentOutOfRangeException.ThrowIfEqual(allowSynchronousContinuations, true);

    public Channel<T> Reader => this;

    public Channel<T> Writer => this;

    public bool TryWrite(T item)
    {
        Schedule.Step();
        if (isClosed)
        {
            return false;
        }

        items.Enqueue(item);
        TellReader();
        return true;
    }

    public ValueTask WriteAsync(T item) =>
        TryWrite(item) ? ValueTask.CompletedTask : ValueTask.FromException(new ChannelClosedException());

    public bool TryComplete()
    {
        Schedule.Step();
        isClosed = true;
        TellReader();
        return true;
    }

    public bool TryRead([MaybeNullWhen(false)] out T item)
    {
        Schedule.Step();
        return items.TryDequeue(out item);
    }

    public ValueTask<bool> WaitToReadAsync()
    {
        Schedule.Step();
        if (items.Count > 0 || isClosed)
        {
            return new(items.Count > 0);
        }

        news.Reset();
        isAwaited = true;
        return new(this, news.Version);
    }

    void IThreadPoolWorkItem.Execute() => news.SetResult(items.Count > 0);

    bool IValueTaskSource<bool>.GetResult(short token) => news.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => news.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        news.OnCompleted(continuation, state, token, flags);

    private void TellReader()
    {
        if (isAwaited)
        {
            isAwaited = false;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
