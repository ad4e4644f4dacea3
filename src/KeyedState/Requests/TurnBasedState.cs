namespace KeyedState;

/// <summary>A state whose owner works in turns: an operation of several steps is one more kind of request to it.</summary>
public abstract class TurnBasedState : IAtomicAdd, IAtomicTransfer, IAtomicSnapshot
{
    private protected TurnBasedState()
    {
    }

    /// <inheritdoc/>
    public virtual ValueTask<int> AddAsync(int key, int amount)
    {
        var request = NewRequest();
        var reply = request.BeginAdd(key, amount);
        Send(request);
        return reply;
    }

    /// <inheritdoc/>
    public virtual ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        var request = NewRequest();
        var reply = request.BeginTransfer(source, target, amount);
        Send(request);
        return reply;
    }

    /// <inheritdoc/>
    public virtual ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values[..keys.Length];
        var request = NewRequest();
        var reply = request.BeginSnapshot(keys, places);
        Send(request);
        return reply;
    }

    /// <summary>A request to fill in, which is then sent by the same thread.</summary>
    /// <exception cref="ObjectDisposedException">The state was disposed of and declares that it throws then.</exception>
    private protected abstract TurnRequest NewRequest();

    /// <summary>Sends the request that <see cref="NewRequest"/> gave.</summary>
    private protected abstract void Send(TurnRequest request);
}
