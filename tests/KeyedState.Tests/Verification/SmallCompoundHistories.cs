using KeyedState.Verification;

namespace KeyedState.Tests.Verification;

/// <summary>Compound histories at random that are small enough to try every order: of a right map at first, and then with answers that are changed.</summary>
internal sealed class SmallCompoundHistories(Random random)
{
    private const int Giver = 0;
    private const int Taker = 1;
    private const int Grower = 2;
    private const int Mixed = 3;

    private readonly Dictionary<int, int> initial = new() { [Giver] = 5, [Grower] = 1 };
    private readonly Dictionary<int, int> map = [];
    private readonly List<int> keys = [];
    private readonly List<int> values = [];
    private readonly HashSet<(int Key, int Value)> held = [];
    private readonly bool isOnMixedOnly = random.Next(3) == 0;

    /// <summary>A history in which the values of each key are all different: keys that give, take, grow, and one with plain writes and adds.</summary>
    public static CompoundHistory Distinct(Random random, int operations, bool pending) =>
        new SmallCompoundHistories(random).Make(operations, pending, one => one.DistinctAsk);

    /// <summary>A history of anything, in which values recur.</summary>
    public static CompoundHistory Recurring(Random random, int operations, bool pending) =>
        new SmallCompoundHistories(random).Make(operations, pending, one => one.AnyAsk);

    private CompoundHistory Make(int count, bool pending, Func<SmallCompoundHistories, Func<int, CompoundOperation>> asks)
    {
        var ask = asks(this);
        foreach (var (key, value) in initial)
        {
            Set(key, value);
        }

        var ticks = random.Next(2, 4 * count);
        var longest = random.Next(1, ticks + 1);
        var instants = Enumerable.Range(0, count).Select(_ => random.Next(ticks)).Order().ToArray();
        var operations = new CompoundOperation[count];
        for (var i = 0; i < count; i++)
        {
            var called = instants[i] - random.Next(longest);
            var isPending = pending && random.Next(5) == 0;
            var returned = isPending ? Operation.Never : instants[i] + random.Next(longest);
            var asked = ask(i) with { Worker = i, Called = called, Returned = returned };
            operations[i] = !isPending ? Answer(asked) : random.Next(2) == 0 ? Forget(asked) : Forget(Answer(asked));
        }

        if (random.Next(3) > 0)
        {
            Falsify(operations);
        }

        random.Shuffle(operations);
        return new CompoundHistory(operations, initial, [.. keys], [.. values]);
    }

    private CompoundOperation DistinctAsk(int index) => isOnMixedOnly ? MixedAsk(index) : random.Next(8) switch
    {
        0 => Ask(CompoundKind.Read, random.Next(4)),
        1 => Ask(CompoundKind.Write, Mixed) with { Value = 100 * (index + 1) },
        2 or 3 => Ask(CompoundKind.Add, random.Next(2) == 0 ? Grower : Mixed) with { Amount = random.Next(1, 3) },
        4 or 5 => Ask(CompoundKind.Transfer, Giver) with { Target = Taker, Amount = random.Next(1, 5) },
        6 => Snapshot(1 + random.Next(3), most: 3),
        _ => Ask(CompoundKind.Update, random.Next(2) == 0 ? Grower : Mixed) with { Amount = random.Next(1, 3) },
    };

    private CompoundOperation MixedAsk(int index) => random.Next(5) switch
    {
        0 => Ask(CompoundKind.Read, Mixed),
        1 or 2 => Ask(CompoundKind.Write, Mixed) with { Value = 100 * (index + 1) },
        _ => Ask(random.Next(2) == 0 ? CompoundKind.Add : CompoundKind.Update, Mixed) with { Amount = random.Next(1, 3) },
    };

    private CompoundOperation AnyAsk(int index) => random.Next(7) switch
    {
        0 => Ask(CompoundKind.Read, random.Next(3)),
        1 => Ask(CompoundKind.Write, random.Next(3)) with { Value = random.Next(3) },
        2 => Ask(CompoundKind.Add, random.Next(3)) with { Amount = random.Next(-1, 3) },
        3 or 4 => random.Next(3) is var source ? Ask(CompoundKind.Transfer, source) with { Target = (source + 1 + random.Next(2)) % 3, Amount = random.Next(1, 3) } : default,
        5 => Snapshot(1 + random.Next(3), most: 3),
        _ => Ask(CompoundKind.Update, random.Next(3)) with { Amount = random.Next(-1, 3) },
    };

    private static CompoundOperation Ask(CompoundKind kind, int key) => new() { Kind = kind, Key = key, Called = 0, Returned = 0 };

    private CompoundOperation Snapshot(int count, int most)
    {
        var first = keys.Count;
        keys.AddRange(Enumerable.Range(0, count).Select(_ => random.Next(most)));
        values.AddRange(Enumerable.Repeat(0, count));
        return Ask(CompoundKind.Snapshot, 0) with { First = first, Count = count };
    }

    private int Value(int key) => map.GetValueOrDefault(key);

    private void Set(int key, int value)
    {
        map[key] = value;
        held.Add((key, value));
    }

    private CompoundOperation Answer(CompoundOperation asked)
    {
        var answered = asked with { Before = Value(asked.Key), TargetBefore = asked.Kind == CompoundKind.Transfer ? Value(asked.Target) : 0 };
        switch (asked.Kind)
        {
            case CompoundKind.Write:
                Set(asked.Key, asked.Value);
                return asked;
            case CompoundKind.Add:
                Set(asked.Key, answered.Before + asked.Amount);
                return answered;
            case CompoundKind.Update:
                Set(asked.Key, answered.Before + asked.Amount);
                return answered with { Value = answered.Before + asked.Amount, Moved = true };
            case CompoundKind.Transfer when answered.Before >= asked.Amount:
                Set(asked.Key, answered.Before - asked.Amount);
                Set(asked.Target, answered.TargetBefore + asked.Amount);
                return answered with { Moved = true };
            case CompoundKind.Snapshot:
                for (var i = asked.First; i < asked.First + asked.Count; i++)
                {
                    values[i] = Value(keys[i]);
                }

                return asked;
            default:
                return answered;
        }
    }

    // What a caller knows of an operation that didn't answer: of an update, whether its code ran.
    private static CompoundOperation Forget(CompoundOperation operation) =>
        operation.Kind == CompoundKind.Update ? operation : operation with { Before = 0, TargetBefore = 0, Moved = false };

    private void Falsify(CompoundOperation[] operations)
    {
        for (var times = random.Next(1, 3); times > 0; times--)
        {
            ref var operation = ref operations[random.Next(operations.Length)];
            operation = random.Next(3) > 0 ? Elsewhen(operation) : operation.IsPending ? operation : Otherwise(operation);
        }
    }

    private CompoundOperation Elsewhen(CompoundOperation operation)
    {
        var shift = random.Next(-4, 5);
        return operation with { Called = operation.Called + shift, Returned = operation.IsPending ? Operation.Never : operation.Returned + shift };
    }

    // Mostly what the key did hold at some time, and sometimes anything.
    private int Another(int key, int value) =>
        random.Next(4) > 0 && held.Where(one => one.Key == key).Select(one => one.Value).ToArray() is [_, ..] all ? all[random.Next(all.Length)] : value + random.Next(-2, 3);

    private CompoundOperation Otherwise(CompoundOperation operation)
    {
        var other = Another(operation.Key, operation.Before);
        if (operation is { Kind: CompoundKind.Snapshot, Count: > 0 })
        {
            var place = operation.First + random.Next(operation.Count);
            values[place] = Another(keys[place], values[place]);
        }

        return operation.Kind switch
        {
            CompoundKind.Transfer when random.Next(2) == 0 => operation with { TargetBefore = Another(operation.Target, operation.TargetBefore) },
            CompoundKind.Transfer when random.Next(6) == 0 => operation with { Moved = !operation.Moved },
            CompoundKind.Transfer => operation with { Before = other, Moved = other >= operation.Amount },
            CompoundKind.Update => operation with { Before = other, Value = other + operation.Amount },
            CompoundKind.Write => operation,
            _ => operation with { Before = other },
        };
    }
}
