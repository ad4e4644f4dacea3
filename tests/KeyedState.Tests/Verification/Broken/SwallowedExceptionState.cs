using System.Collections.Concurrent;

namespace KeyedState.Tests.Verification.Broken;

/// <summary>Answers with the default when something goes wrong.</summary>
internal sealed class SwallowedExceptionState : BrokenState
{
    private const int Period = 3000;

    private readonly ConcurrentDictionary<int, int> map = new();
    private int reads;

    protected override int Read(int key)
    {
        try
        {
            return Interlocked.Increment(ref reads) % Period == 0 ? throw new TimeoutException("Nobody answered.") : map.GetValueOrDefault(key);
        }
        catch (TimeoutException)
        {
            return default;
        }
    }

    protected override void Write(int key, int value) => map[key] = value;
}
