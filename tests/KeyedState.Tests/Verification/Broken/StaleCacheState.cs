using System.Collections.Concurrent;

namespace KeyedState.Tests.Verification.Broken;

/// <summary>Each thread keeps what it read of a key for its next few reads, and what it wrote itself.</summary>
internal sealed class StaleCacheState : BrokenState
{
    private const int Uses = 5;

    private readonly ConcurrentDictionary<int, int> map = new();
    private readonly ThreadLocal<Dictionary<int, (int Value, int Left)>> cache = new(() => []);

    protected override int Read(int key)
    {
        var cached = cache.Value!;
        var (value, left) = cached.TryGetValue(key, out var entry) && entry.Left > 0 ? entry : (map.GetValueOrDefault(key), Uses);
        cached[key] = (value, left - 1);
        LetOthersInNowAndThen();
        return value;
    }

    protected override void Write(int key, int value)
    {
        map[key] = value;
        cache.Value![key] = (value, Uses);
    }
}
