using System.Threading.Tasks.Sources;

namespace KeyedState;

/// <summary>One operation on its way to an owner that works in turns, and the reply that its caller awaits.</summary>
/// <remarks>
/// A request is used again as soon as its reply was taken: <see cref="ManualResetValueTaskSourceCore{TResult}"/>
/// gives each use a version of its own, so that a task which is awaited twice throws instead of reading
/// somebody else's reply.
/// </remarks>
internal sealed class TurnRequest : IValueTaskSource<int>, IValueTaskSource, IThreadPoolWorkItem
{
    private readonly bool isPooled;
    private ManualResetValueTaskSourceCore<int> reply;
    private int key;
    private int value;
    private bool writes;
    private bool taken;

    /// <summary>Makes a request.</summary>
    /// <param name="isPooled">Whether it goes to the pool once its reply was taken, instead of staying in its slot.</param>
    public TurnRequest(bool isPooled = false) => this.isPooled = isPooled;

    /// <summary>The next request of the list that this one stands in.</summary>
    public TurnRequest? Next { get; set; }

    /// <summary>Whether nobody awaits this request any more.</summary>
    public bool IsFree => !Volatile.Read(ref taken);

    /// <summary>Makes this request a read.</summary>
    public ValueTask<int> BeginRead(int ofKey)
    {
        taken = true;
        writes = false;
        key = ofKey;
        return new ValueTask<int>(this, reply.Version);
    }

    /// <summary>Makes this request a write.</summary>
    public ValueTask BeginWrite(int toKey, int newValue)
    {
        taken = true;
        writes = true;
        key = toKey;
        value = newValue;
        return new ValueTask(this, reply.Version);
    }

    /// <summary>Makes this request one that changes nothing and only is answered in its turn.</summary>
    public ValueTask BeginNothing()
    {
        // A read of any key changes nothing.
        taken = true;
        writes = false;
        return new ValueTask(this, reply.Version);
    }

    /// <summary>Does what was asked for. Only the owner calls this.</summary>
    public void Apply(Dictionary<int, int> map)
    {
        if (writes)
        {
            map[key] = value;
        }
        else
        {
            value = map.ReadOrZero(key);
        }
    }

    /// <summary>Replies, and runs the caller on this thread. The request may be in use again when this returns.</summary>
    public void Complete() => reply.SetResult(value);

    /// <summary>Replies to this request and to all that follow it in its list, on a thread of the pool.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        for (var request = this; request is not null;)
        {
            var next = request.Next;
            request.Next = null;
            request.Complete();
            request = next;
        }
    }

    int IValueTaskSource<int>.GetResult(short token) => Take(token);

    void IValueTaskSource.GetResult(short token) => Take(token);

    ValueTaskSourceStatus IValueTaskSource<int>.GetStatus(short token) => reply.GetStatus(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => reply.GetStatus(token);

    void IValueTaskSource<int>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        reply.OnCompleted(continuation, state, token, flags);

    void IValueTaskSource.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        reply.OnCompleted(continuation, state, token, flags);

    private int Take(short token)
    {
        var result = reply.GetResult(token);
        reply.Reset();
        if (isPooled)
        {
            TurnRequestPool.Return(this);
        }
        else
        {
            // The slot's owner may be another thread; it must see the reset before it sees the request free.
            Volatile.Write(ref taken, false);
        }

        return result;
    }
}
