using System.Collections.Concurrent;

namespace KeyedState.Tests.Verification.Broken;

/// <summary>Loses one request and never answers it.</summary>
internal sealed class DroppedRequestState : BrokenState
{
    private const int Lost = 1000;

    private readonly ConcurrentDictionary<int, int> map = new();
    private int reads;

    public override ValueTask<int> ReadAsync(int key) =>
        Interlocked.Increment(ref reads) == Lost ? new(new TaskCompletionSource<int>().Task) : new(map.GetValueOrDefault(key));

    protected override void Write(int key, int value) => map[key] = value;
}
