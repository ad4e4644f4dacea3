using System.Collections.Concurrent;

namespace KeyedState.Tests.Verification.Broken;

/// <summary>Fails a write now and then, though nobody disposed of it.</summary>
internal sealed class ThrowingState : BrokenState
{
    private const int Period = 3000;

    private readonly ConcurrentDictionary<int, int> map = new();
    private int writes;

    protected override int Read(int key) => map.GetValueOrDefault(key);

    protected override void Write(int key, int value) =>
        map[key] = Interlocked.Increment(ref writes) % Period == 0 ? throw new TimeoutException("Nobody answered.") : value;
}
