using System.Runtime.CompilerServices;

namespace KeyedState.Harness;

/// <summary>Reads as many keys at one instant as the original has: all where a scenario has no more, and else some at random.</summary>
internal struct SnapshotOperation : IOperation<SnapshotOperation, ValueTask, int>
{
    private const int Most = 5;

    private Draws draws;
    private int[] keys;
    private int[] values;
    private bool areAll;
    private int? total;

    public static SnapshotOperation Of(Scenario scenario, int worker)
    {
        var count = Math.Min(Most, scenario.Keys.Count);
        var areAll = count == scenario.Keys.Count;
        return new()
        {
            draws = new Draws(scenario, worker),
            keys = [.. Enumerable.Range(0, count)],
            values = new int[count],
            areAll = areAll,
            total = areAll && scenario.KeepsSum ? scenario.Keys.Opening * count : null,
        };
    }

    // The driver has looked whether the state takes snapshots.
    public ValueTask Begin(IKeyedState state)
    {
        if (!areAll)
        {
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = draws.NextKey();
            }
        }
        else if (total is { } expected)
        {
            CheckLast(expected);
        }

        return Unsafe.As<IAtomicSnapshot>(state).SnapshotAsync(keys, values);
    }

    public static bool TryEnd(ValueTask call, ref int sum) => NoResult.TryTake(call);

    public static int Summand(int result) => 0;

    // A handful of additions: what is timed also shows that each snapshot but a worker's last is one. Before the first, and in a limit, all values are 0.
    private readonly void CheckLast(int expected)
    {
        var sum = 0;
        foreach (var value in values)
        {
            sum = unchecked(sum + value);
        }

        if (sum != expected && sum != 0)
        {
            throw new InvalidOperationException($"A snapshot of all keys has the sum {sum}, and transfers keep it at {expected}.");
        }
    }
}
