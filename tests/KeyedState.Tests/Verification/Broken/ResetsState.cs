using System.Collections.Concurrent;

namespace KeyedState.Tests.Verification.Broken;

/// <summary>Begins anew when its counter of operations overflows.</summary>
internal sealed class ResetsState : BrokenState
{
    private readonly ConcurrentDictionary<int, int> map = new();
    private int operations;

    protected override int Read(int key)
    {
        Count();
        return map.GetValueOrDefault(key);
    }

    protected override void Write(int key, int value)
    {
        Count();
        map[key] = value;
    }

    private void Count()
    {
        if ((ushort)Interlocked.Increment(ref operations) == 0)
        {
            map.Clear();
        }
    }
}
