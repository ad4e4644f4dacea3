using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace KeyedState;

/// <summary>
/// An actor that owns one key's value: a queue that any caller puts messages into, and a work item of the pool that serves them
/// and exists only while there are some.
/// </summary>
/// <remarks>A message is counted when it is in the queue, so the owner that counts one finds one.</remarks>
internal sealed class KeyMailbox : IThreadPoolWorkItem
{
    // As many as the mailbox that owns all keys serves before it yields.
    private const int MostBeforeYield = 64;

    private readonly ConcurrentQueue<object> mail = new();
    private readonly StrongBox<int> value = new();
    private int unserved;

    /// <summary>Sends a <see cref="TurnRequest"/> of one key or an <see cref="ExclusiveUpdateRequest"/>.</summary>
    public void Send(object message)
    {
        mail.Enqueue(message);
        if (Interlocked.Increment(ref unserved) == 1)
        {
            BringOwner();
        }
    }

    /// <summary>Serves what is there, up to the limit, and then lets the pool's other work go first.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        for (var served = 0; served < MostBeforeYield; served++)
        {
            mail.TryDequeue(out var message);
            if (message is TurnRequest request)
            {
                request.Apply(ref value.Value);
                ThreadPool.UnsafeQueueUserWorkItem(request, preferLocal: false);
            }
            else
            {
                _ = AwaitAsync((ExclusiveUpdateRequest)message!);
                return;
            }

            if (Interlocked.Decrement(ref unserved) == 0)
            {
                return;
            }
        }

        BringOwner();
    }

    // Nobody serves the mailbox until the code has ended.
    private async Task AwaitAsync(ExclusiveUpdateRequest update)
    {
        await update.ServeAsync(value).ConfigureAwait(false);
        if (Interlocked.Decrement(ref unserved) != 0)
        {
            BringOwner();
        }
    }

    private void BringOwner() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
}
