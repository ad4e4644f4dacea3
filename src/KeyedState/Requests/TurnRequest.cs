using System.Threading.Tasks.Sources;

namespace KeyedState;

/// <summary>One operation on its way to an owner that works in turns, and the reply that its caller awaits.</summary>
/// <remarks>
/// A request is used again as soon as its reply was taken: <see cref="ManualResetValueTaskSourceCore{TResult}"/>
/// gives each use a version of its own, so that a task which is awaited twice throws instead of reading
/// somebody else's reply.
/// </remarks>
internal sealed class TurnRequest : IValueTaskSource<int>, IValueTaskSource, IValueTaskSource<TransferResult>, IThreadPoolWorkItem
{
    private readonly bool isPooled;
    private ManualResetValueTaskSourceCore<int> reply;
    private SnapshotPlaces? places;
    private int key;
    private int target;
    private int value;
    private TurnOperation operation;
    private bool moved;
    private bool taken;

    /// <summary>Makes a request.</summary>
    /// <param name="isPooled">Whether it goes to the pool once its reply was taken, instead of staying in its slot.</param>
    public TurnRequest(bool isPooled = false) => this.isPooled = isPooled;

    /// <summary>The next request of the list that this one stands in.</summary>
    public TurnRequest? Next { get; set; }

    /// <summary>Whether it came from the pool, and not from a slot.</summary>
    public bool IsPooled => isPooled;

    /// <summary>Whether nobody awaits this request any more.</summary>
    public bool IsFree => !Volatile.Read(ref taken);

    /// <summary>Makes this request a read.</summary>
    public ValueTask<int> BeginRead(int ofKey)
    {
        taken = true;
        operation = TurnOperation.Read;
        key = ofKey;
        return new ValueTask<int>(this, reply.Version);
    }

    /// <summary>Makes this request a write.</summary>
    public ValueTask BeginWrite(int toKey, int newValue)
    {
        taken = true;
        operation = TurnOperation.Write;
        key = toKey;
        value = newValue;
        return new ValueTask(this, reply.Version);
    }

    /// <summary>Makes this request one that changes nothing and only is answered in its turn.</summary>
    public ValueTask BeginNothing()
    {
        // A read of any key changes nothing.
        taken = true;
        operation = TurnOperation.Read;
        return new ValueTask(this, reply.Version);
    }

    /// <summary>Makes this request one that adds to a key's value.</summary>
    public ValueTask<int> BeginAdd(int toKey, int amount)
    {
        taken = true;
        operation = TurnOperation.Add;
        key = toKey;
        value = amount;
        return new ValueTask<int>(this, reply.Version);
    }

    /// <summary>Makes this request a transfer, whose arguments are valid.</summary>
    public ValueTask<TransferResult> BeginTransfer(int source, int toKey, int amount)
    {
        taken = true;
        operation = TurnOperation.Transfer;
        key = source;
        target = toKey;
        value = amount;
        return new ValueTask<TransferResult>(this, reply.Version);
    }

    /// <summary>Makes this request a snapshot into a buffer that is as long as the keys or longer.</summary>
    public ValueTask BeginSnapshot(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        taken = true;
        operation = TurnOperation.Snapshot;
        (places ??= new SnapshotPlaces()).Set(keys, values);
        return new ValueTask(this, reply.Version);
    }

    /// <summary>Does what was asked for. Only the owner calls this.</summary>
    public void Apply(Dictionary<int, int> map)
    {
        if (operation == TurnOperation.Read)
        {
            value = map.ReadOrZero(key);
        }
        else if (operation == TurnOperation.Write)
        {
            map[key] = value;
        }
        else
        {
            ApplyCompound(map);
        }
    }

    /// <summary>Does what was asked for where there is only the key's value: a read, a write or an addition. Only the owner calls this.</summary>
    public void Apply(ref int keysValue)
    {
        switch (operation)
        {
            case TurnOperation.Read:
                value = keysValue;
                break;
            case TurnOperation.Write:
                keysValue = value;
                break;
            case TurnOperation.Add:
                (value, keysValue) = (keysValue, unchecked(keysValue + value));
                break;
            default:
                throw new InvalidOperationException($"{operation} takes more than one key.");
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

    TransferResult IValueTaskSource<TransferResult>.GetResult(short token)
    {
        // Where the task was awaited once already, the version says so before anything else is looked at.
        _ = reply.GetResult(token);
        var (amount, result) = (value, new TransferResult(key, target, moved));
        Free();

        // With enough at the source, only a target that can't hold the sum stops a transfer.
        if (!result.Moved && result.SourceBefore >= amount)
        {
            InvalidTransferException.ThrowIfTooLarge(result.TargetBefore, amount);
        }

        return result;
    }

    ValueTaskSourceStatus IValueTaskSource<int>.GetStatus(short token) => reply.GetStatus(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => reply.GetStatus(token);

    ValueTaskSourceStatus IValueTaskSource<TransferResult>.GetStatus(short token) => reply.GetStatus(token);

    void IValueTaskSource<int>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        reply.OnCompleted(continuation, state, token, flags);

    void IValueTaskSource.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        reply.OnCompleted(continuation, state, token, flags);

    void IValueTaskSource<TransferResult>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        reply.OnCompleted(continuation, state, token, flags);

    private void ApplyCompound(Dictionary<int, int> map)
    {
        switch (operation)
        {
            case TurnOperation.Add:
                value = map.AddTo(key, value);
                break;
            case TurnOperation.Transfer:
                // The keys are of no further use, and what the transfer found takes their places.
                (key, target, moved) = map.TryTransfer(key, target, value, out _);
                break;
            case TurnOperation.Snapshot:
                places!.Take(map);
                break;
        }
    }

    private int Take(short token)
    {
        var result = reply.GetResult(token);
        Free();
        return result;
    }

    private void Free()
    {
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
    }
}
