using System.Numerics;
using System.Runtime.CompilerServices;

namespace KeyedState.Harness;

/// <summary>The keys and values of one worker, drawn while it runs, every key with the same probability.</summary>
/// <remarks>
/// A linear congruential generator of 64 bits, of which the upper half is used (D. E. Knuth, The Art of Computer
/// Programming, volume 2, 3rd edition, section 3.3.4, gives the multiplier), scaled to the range by a multiplication
/// (D. Lemire, Fast Random Integer Generation in an Interval, 2019, doi:10.1145/3230636). It takes a quarter of a
/// nanosecond more than reading drawn keys from an array, whatever the number of keys, and needs no memory, for which
/// the fastest states would have to wait. The empty state's row shows what it takes.
/// </remarks>
internal struct Draws : IDraws<Draws>
{
    private const ulong Multiplier = 6_364_136_223_846_793_005;
    private const ulong Increment = 1_442_695_040_888_963_407;

    private readonly uint keys;
    private readonly uint values;
    private ulong state;

    /// <summary>The draws of a worker of a scenario; the same every time.</summary>
    public Draws(Scenario scenario, int worker)
    {
        keys = (uint)scenario.Keys.Count;
        values = (uint)scenario.Values;
        state = StartOf(scenario, worker);
    }

    public static Draws Of(Scenario scenario, int worker) => new(scenario, worker);

    /// <summary>Where the generator of a worker starts.</summary>
    public static ulong StartOf(Scenario scenario, int worker) => Mix((ulong)scenario.Seed + ((ulong)worker << 32));

    /// <summary>The generator's next state.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong After(ulong state) => unchecked((state * Multiplier) + Increment);

    /// <summary>A value by a state, from bits that the key does not show: the middle of the state, its lower half turned to the front.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ValueBy(ulong state, uint values) => (int)(((BitOperations.RotateLeft(state, 24) >> 32) * values) >> 32);

    /// <summary>A choice by a state, from bits that neither the key nor the value shows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint ChoiceBy(ulong state) => (uint)(BitOperations.RotateLeft(state, 34) >> 32);

    /// <summary>Moves to the next operation and draws its key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextKey()
    {
        state = After(state);
        return (int)(((state >> 32) * keys) >> 32);
    }

    /// <summary>Draws the value of the operation whose key was drawn last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Value() => ValueBy(state, values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly uint Choice() => ChoiceBy(state);

    /// <summary>Draws another key than that of the operation drawn last.</summary>
    /// <param name="key">The key that was drawn last.</param>
    /// <param name="count">How many keys there are; 2 or more.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int OtherKey(int key, int count)
    {
        // Again bits that neither the key nor the value shows.
        var other = key + 1 + (int)(((BitOperations.RotateLeft(state, 44) >> 32) * ((uint)count - 1)) >> 32);
        return other < count ? other : other - count;
    }

    // SplitMix64's finaliser: neighbouring workers must not draw alike (G. L. Steele, D. Lea and C. H. Flood, Fast
    // Splittable Pseudorandom Number Generators, OOPSLA 2014, doi:10.1145/2660193.2660195).
    private static ulong Mix(ulong seed)
    {
        unchecked
        {
            seed = (seed ^ (seed >> 30)) * 0xBF58_476D_1CE4_E5B9;
            seed = (seed ^ (seed >> 27)) * 0x94D0_49BB_1331_11EB;
            return seed ^ (seed >> 31);
        }
    }
}
