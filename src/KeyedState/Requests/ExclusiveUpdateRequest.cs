using System.Runtime.CompilerServices;

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
        var before = map.ReadOrZero(Key);
        if (await RunAsync(before).ConfigureAwait(false) is { } after)
        {
            map[Key] = after;
            reply.SetResult(before);
        }
    }

    /// <inheritdoc cref="ServeAsync(Dictionary{int, int})"/>
    /// <param name="value">The key's value, of an owner that has no other key.</param>
    public async ValueTask ServeAsync(StrongBox<int> value)
    {
        var before = value.Value;
        if (await RunAsync(before).ConfigureAwait(false) is { } after)
        {
            value.Value = after;
            reply.SetResult(before);
        }
    }

    /// <returns>What the code returned; null if the request was withdrawn or the code failed, to which this has replied.</returns>
    private async ValueTask<int?> RunAsync(int before)
    {
        if (!TryDecide())
        {
            return null;
        }

        await cancellation.DisposeAsync().ConfigureAwait(false);
        try
        {
            return await update(before, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            reply.SetCanceled(exception.CancellationToken);
        }
        catch (Exception exception)
        {
            reply.SetException(exception);
        }

        return null;
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
