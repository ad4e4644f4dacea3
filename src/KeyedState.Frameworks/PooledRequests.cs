namespace KeyedState.Frameworks;

/// <summary>Requests that are used again, on their way to an engine that is only told and never asked.</summary>
/// <param name="send">Puts a request into the engine's queue.</param>
/// <remarks>
/// A request that ran into the shutdown and got no reply is left to the collector: whether its engine still
/// holds it, nobody knows.
/// </remarks>
internal sealed class PooledRequests(Action<TurnRequest> send)
{
    private readonly Shutdown shutdown = new();

    /// <summary>Asks for the value of <paramref name="key"/>.</summary>
    public ValueTask<int> ReadAsync(int key)
    {
        shutdown.ThrowIfBegun();
        var request = TurnRequestPool.Rent();
        var reply = request.BeginRead(key);
        send(request);
        return shutdown.Watch(reply);
    }

    /// <summary>Asks for <paramref name="key"/> to become <paramref name="value"/>.</summary>
    public ValueTask WriteAsync(int key, int value)
    {
        shutdown.ThrowIfBegun();
        var request = TurnRequestPool.Rent();
        var reply = request.BeginWrite(key, value);
        send(request);
        return shutdown.Watch(reply);
    }

    /// <inheritdoc cref="IAtomicAdd.AddAsync"/>
    public ValueTask<int> AddAsync(int key, int amount)
    {
        shutdown.ThrowIfBegun();
        var request = TurnRequestPool.Rent();
        var reply = request.BeginAdd(key, amount);
        send(request);
        return shutdown.Watch(reply);
    }

    /// <inheritdoc cref="IAtomicTransfer.TransferAsync"/>
    public ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        shutdown.ThrowIfBegun();
        var request = TurnRequestPool.Rent();
        var reply = request.BeginTransfer(source, target, amount);
        send(request);
        return shutdown.Watch(reply);
    }

    /// <inheritdoc cref="IAtomicSnapshot.SnapshotAsync"/>
    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        var places = values[..keys.Length];
        shutdown.ThrowIfBegun();
        var request = TurnRequestPool.Rent();
        var reply = request.BeginSnapshot(keys, places);
        send(request);
        return shutdown.Watch(reply);
    }

    /// <inheritdoc cref="Shutdown.RunAsync"/>
    public ValueTask CloseAsync(Func<ValueTask> stop) => shutdown.RunAsync(stop);

    /// <summary>Does what a request asks for, and has a thread of the pool run its caller. Only the owner of <paramref name="map"/> calls this.</summary>
    public static void Serve(TurnRequest request, Dictionary<int, int> map)
    {
        request.Apply(map);
        ThreadPool.UnsafeQueueUserWorkItem(request, preferLocal: false);
    }
}
