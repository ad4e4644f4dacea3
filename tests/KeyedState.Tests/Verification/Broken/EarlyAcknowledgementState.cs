using System.Collections.Concurrent;

namespace KeyedState.Tests.Verification.Broken;

/// <summary>Says that a write is done when it is in the queue.</summary>
internal sealed class EarlyAcknowledgementState : BrokenState
{
    private readonly ConcurrentDictionary<int, int> map = new();
    private readonly ConcurrentQueue<(int Key, int Value)> queue = new();
    private readonly Lock turn = new();

    protected override int Read(int key) => map.GetValueOrDefault(key);

    protected override void Write(int key, int value)
    {
        queue.Enqueue((key, value));
        ThreadPool.UnsafeQueueUserWorkItem(static state => state.Apply(), this, preferLocal: false);
    }

    private void Apply()
    {
        lock (turn)
        {
            while (queue.TryDequeue(out var write))
            {
                map[write.Key] = write.Value;
            }
        }
    }
}
