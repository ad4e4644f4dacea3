using System.Collections.Concurrent;

namespace KeyedState.Tests.Verification.Broken;

/// <summary>Keeps the two halves of a value in two maps, each of which is safe by itself.</summary>
internal sealed class TornSnapshotState : BrokenState
{
    private const int Half = 16;

    private readonly ConcurrentDictionary<int, int> low = new();
    private readonly ConcurrentDictionary<int, int> high = new();

    protected override int Read(int key) => (high.GetValueOrDefault(key) << Half) | low.GetValueOrDefault(key);

    protected override void Write(int key, int value)
    {
        low[key] = value & 0xFFFF;
        LetOthersInNowAndThen();
        high[key] = value >>> Half;
    }
}
