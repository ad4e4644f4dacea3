using System.Collections.Concurrent;

namespace KeyedState.Tests.Verification.Broken;

/// <summary>Readers and writers choose the stripe of a key by two formulas that agree for keys from 0 up only.</summary>
internal sealed class WrongStripeState : BrokenState
{
    private const int Stripes = 8;

    private readonly ConcurrentDictionary<int, int>[] stripes = [.. Enumerable.Range(0, Stripes).Select(_ => new ConcurrentDictionary<int, int>())];

    protected override int Read(int key) => stripes[Math.Abs(key % Stripes)].GetValueOrDefault(key);

    protected override void Write(int key, int value) => stripes[key & (Stripes - 1)][key] = value;
}
