using System.Collections.Concurrent;

namespace KeyedState.Tests.Verification.Broken;

/// <summary>Now and then takes a write back while others can see it, and makes it again.</summary>
internal sealed class RolledBackState : BrokenState
{
    private const int Period = 10;

    private readonly ConcurrentDictionary<int, int> map = new();
    private readonly Lock writers = new();
    private int writes;

    protected override int Read(int key) => map.GetValueOrDefault(key);

    protected override void Write(int key, int value)
    {
        lock (writers)
        {
            if (++writes % Period == 0)
            {
                var before = map.GetValueOrDefault(key);
                map[key] = value;
                Thread.Yield();
                map[key] = before;
                Thread.Yield();
            }

            map[key] = value;
        }
    }
}
