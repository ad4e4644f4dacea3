using KeyedState.Verification;

namespace KeyedState.Tests.Verification;

/// <summary>Long compound histories of a right map, as many callers would see them.</summary>
internal sealed class LongCompoundHistories(Random random, int operations)
{
    private const int Givers = 8;
    private const int Takers = 8;
    private const int Mixed = 4;
    private const int SnapshotLength = 4;
    private const int Opening = 100_000_000;
    private const int LongestOperation = 40;

    private readonly Dictionary<int, int> map = [];
    private readonly List<int> keys = [];
    private readonly List<int> values = [];

    /// <summary>Operations that take effect one at a time, are called some time before and return some time after.</summary>
    public static (CompoundOperation[] Operations, Dictionary<int, int> Initial, int[] Keys, int[] Values) Right(Random random, int operations) =>
        new LongCompoundHistories(random, operations).Make();

    private (CompoundOperation[] Operations, Dictionary<int, int> Initial, int[] Keys, int[] Values) Make()
    {
        for (var key = 0; key < Givers; key++)
        {
            map[key] = Opening;
        }

        var initial = new Dictionary<int, int>(map);
        var made = new CompoundOperation[operations];
        for (var instant = 0; instant < operations; instant++)
        {
            made[instant] = Next(instant) with
            {
                Worker = random.Next(30),
                Called = instant - random.Next(LongestOperation),
                Returned = instant + random.Next(LongestOperation),
            };
        }

        return (made, initial, [.. keys], [.. values]);
    }

    private CompoundOperation Next(int instant)
    {
        var (giver, taker, mixed, amount) = (random.Next(Givers), Givers + random.Next(Takers), Givers + Takers + random.Next(Mixed), random.Next(1, 4));
        switch (random.Next(8))
        {
            case 0 or 1:
                var any = random.Next(Givers + Takers + Mixed);
                return Ask(CompoundKind.Read, any) with { Before = Value(any) };
            case 2:
                return Set(Ask(CompoundKind.Write, mixed) with { Value = (instant + 1) << 8 }, (instant + 1) << 8);
            case 3:
                return Set(Ask(CompoundKind.Add, mixed) with { Before = Value(mixed), Amount = amount }, Value(mixed) + amount);
            case 4:
                return Set(Ask(CompoundKind.Add, taker) with { Before = Value(taker), Amount = amount }, Value(taker) + amount);
            case 5:
                return Set(Ask(CompoundKind.Update, taker) with { Before = Value(taker), Value = Value(taker) + amount }, Value(taker) + amount);
            case 6:
                var transfer = Ask(CompoundKind.Transfer, giver) with { Target = taker, Amount = amount, Before = Value(giver), TargetBefore = Value(taker), Moved = true };
                map[giver] = Value(giver) - amount;
                map[taker] = Value(taker) + amount;
                return transfer;
            default:
                var first = keys.Count;
                keys.AddRange(Enumerable.Range(0, SnapshotLength).Select(_ => random.Next(Givers + Takers)));
                values.AddRange(keys.Skip(first).Select(Value));
                return Ask(CompoundKind.Snapshot, 0) with { First = first, Count = SnapshotLength };
        }
    }

    private int Value(int key) => map.GetValueOrDefault(key);

    private CompoundOperation Set(CompoundOperation operation, int value)
    {
        map[operation.Key] = value;
        return operation;
    }

    private static CompoundOperation Ask(CompoundKind kind, int key) => new() { Kind = kind, Key = key, Called = 0, Returned = 0 };
}
