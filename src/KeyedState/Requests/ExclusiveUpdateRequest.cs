namespace KeyedState;

/// <summary>A caller's asynchronous code on its way to an owner that awaits it before it serves anybody else.</summary>
internal sealed class ExclusiveUpdateRequest
{
    private readonly TaskCompletionSource<int> reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<int, CancellationToken, ValueTask<int>> update;
    private readonly CancellationToken cancellationToken;
    private readonly CancellationTokenRegistration cancellation;
    private int isDecided;

    /// <summary>Makes a request, which the token withdraws until the owner begins with it.</summary>
    public ExclusiveUpdateRequest(int key, Func<int, CancellationToken, ValueTask<int>> update, CancellationToken cancellationToken)
    {
        (Key, this.update, this.cancellationToken) = (key, update, cancellationToken);
        cancellation = cancellationToken.UnsafeRegister(static request => ((ExclusiveUpdateRequest)request!).Withdraw(), this);
    }

    /// <summary>The key.</summary>
    public int Key { get; }

    /// <summary>Completes with the value before, on a thread of the pool.</summary>
    public Task<int> Reply => reply.Task;

    /// <summary>Runs the caller's code between the key's read and its write, and replies. It throws nothing.</summary>
    /// <param name="map">The dictionary, which nobody else touches until this has ended.</param>
    public async ValueTask ServeAsync(Dictionary<int, int> map)
    {
        if (!TryDecide())
        {
            return;
        }

        await cancellation.DisposeAsync().ConfigureAwait(false);
        try
        {
            var before = map.ReadOrZero(Key);
            map[Key] = await update(before, cancellationToken).ConfigureAwait(false);
            reply.SetResult(before);
        }
        catch (OperationCanceledException exception)
        {
            reply.SetCanceled(exception.CancellationToken);
        }
        catch (Exception exception)
        {
            reply.SetException(exception);
        }
    }

    private bool TryDecide() => Interlocked.Exchange(ref isDecided, 1) == 0;

    private void Withdraw()
    {
        if (TryDecide())
        {
            reply.SetCanceled(cancellationToken);
        }
    }
}
