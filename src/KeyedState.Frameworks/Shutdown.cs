namespace KeyedState.Frameworks;

/// <summary>The end of a state whose engine drops without a word what it gets too late.</summary>
/// <remarks>
/// <para>
/// An operation sends its request and only then has the reply watched, which looks whether the shutdown has begun. The
/// engine is told to stop only after it has, and it serves what it got before it was told. So a request whose sender
/// sees no shutdown is served. The other senders may be served or not; they wait for the reply or the engine's end, and who has no
/// reply then gets none.
/// </para>
/// <para>
/// This rests on the queue of the engine: a sender takes its place there by an interlocked instruction, as all of them
/// do, and therefore does not look before it has its place.
/// </para>
/// </remarks>
internal sealed class Shutdown
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile int begun;

    /// <summary>Throws if the state is being disposed of, or was.</summary>
    /// <exception cref="ObjectDisposedException">It is.</exception>
    public void ThrowIfBegun()
    {
        if (begun != 0)
        {
            throw Refusal();
        }
    }

    /// <summary>Stops the engine, once however often it is called, and completes when that is done.</summary>
    /// <param name="stop">Lets the engine serve what it has, and ends it.</param>
    public async ValueTask RunAsync(Func<ValueTask> stop)
    {
        if (Interlocked.Exchange(ref begun, 1) == 0)
        {
            try
            {
                await stop();
            }
            finally
            {
                ended.SetResult();
            }
        }

        await ended.Task;
    }

    /// <summary>The reply to a request that has been sent; where that ran into the shutdown, what comes of it by the engine's end.</summary>
    /// <exception cref="ObjectDisposedException">The engine ended without a reply; thrown when the result is awaited.</exception>
    public ValueTask<T> Watch<T>(ValueTask<T> reply) => begun == 0 ? reply : EndOf(reply.AsTask());

    /// <inheritdoc cref="Watch{T}(ValueTask{T})"/>
    public ValueTask Watch(ValueTask reply) => begun == 0 ? reply : EndOf(reply.AsTask());

    /// <summary>
    /// The reply to an update that has been sent; where that ran into the shutdown, what comes of it by the engine's end, be it what the
    /// caller's own code throws.
    /// </summary>
    /// <param name="request">The update.</param>
    /// <param name="reply">What its caller gets where nothing is shut down; null for the request's own reply.</param>
    /// <exception cref="ObjectDisposedException">The engine ended without a reply; thrown when the result is awaited.</exception>
    public ValueTask<int> Watch(ExclusiveUpdateRequest request, Task<int>? reply = null) => begun == 0 ? new(reply ?? request.Reply) : EndOf(request);

    private async ValueTask<T> EndOf<T>(Task<T> reply) => await IsServed(reply) ? await reply : throw Refusal();

    private async ValueTask EndOf(Task reply) => await (await IsServed(reply) ? reply : throw Refusal());

    private async ValueTask<int> EndOf(ExclusiveUpdateRequest request)
    {
        _ = await IsServed(request.Reply);
        return request.Reply.IsCompleted ? await request.Reply : throw Refusal();
    }

    private async Task<bool> IsServed(Task reply)
    {
        // Not the engine's end alone: that may wait for the code of an update, and the code for this reply.
        await Task.WhenAny(reply, ended.Task);
        return reply.IsCompletedSuccessfully;
    }

    private static ObjectDisposedException Refusal() => new(null, "The keyed state was disposed of.");
}
