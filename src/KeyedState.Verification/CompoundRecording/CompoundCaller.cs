namespace KeyedState.Verification;

/// <summary>One worker of a pattern: calls a state and notes what it answers.</summary>
/// <param name="state">The state, which offers what the pattern asks for.</param>
/// <param name="pattern">What the worker does.</param>
/// <param name="lane">Where it is noted.</param>
/// <param name="firstNumber">The number that the value of its first plain write is made from; the others follow.</param>
/// <param name="seed">What its keys, amounts and kinds of operation are drawn from.</param>
/// <param name="halt">Ends it early.</param>
internal sealed class CompoundCaller(IKeyedState state, CompoundPattern pattern, CompoundLane lane, int firstNumber, int seed, Halt halt)
{
    private const int MostAmount = 3;

    // More than what is ever added between two plain writes of a key.
    private const int BetweenWrites = 4096;
    private const int RecurringValues = 3;

    private readonly Random random = new(seed);
    private readonly Queue<CompoundReply> underWay = new(pattern.UnderWay);

    /// <summary>Makes the operations from one place in the lane to another.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The end, exclusively.</param>
    public async Task CallAsync(int from, int to)
    {
        for (var index = from; index < to && !halt.IsSet; index++)
        {
            if (TryCall(index) && underWay.Count >= pattern.UnderWay)
            {
                await TakeAsync(underWay.Dequeue());
            }

            if (random.Next(pattern.RunLength) == 0)
            {
                await Task.Yield();
            }
        }

        while (underWay.TryDequeue(out var reply))
        {
            await TakeAsync(reply);
        }
    }

    /// <summary>Makes the operations from one place in the lane to another, and blocks the thread for each.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The end, exclusively.</param>
    public void Call(int from, int to)
    {
        for (var index = from; index < to && !halt.IsSet; index++)
        {
            if (TryCall(index))
            {
                Take(underWay.Dequeue());
            }
        }
    }

    private bool TryCall(int index)
    {
        try
        {
            underWay.Enqueue(Ask(index, random.Next(100)));
            return true;
        }
        catch (Exception exception)
        {
            Fail(index, exception);
            return false;
        }
    }

    private CompoundReply Ask(int index, int dice)
    {
        if ((dice -= pattern.AddPercent) < 0)
        {
            return Add(index, Grower());
        }

        if ((dice -= pattern.TransferPercent) < 0)
        {
            return Transfer(index);
        }

        if ((dice -= pattern.SnapshotPercent) < 0)
        {
            return Snapshot(index);
        }

        if ((dice -= pattern.UpdatePercent) < 0)
        {
            return Update(index, Grower());
        }

        return dice < pattern.WritePercent ? Write(index, Grower()) : Read(index, AnyKey());
    }

    private int AnyKey() => PatternKeys.Of(random.Next(pattern.Keys));

    private int Grower() => PatternKeys.Of(random.Next(pattern.Givers, pattern.Keys));

    private int Amount() => random.Next(1, MostAmount + 1);

    private CompoundReply Read(int index, int key)
    {
        lane.Begin(index, Blank(CompoundKind.Read, key));
        return new(index, CompoundKind.Read, state.ReadAsync(key));
    }

    private CompoundReply Write(int index, int key)
    {
        var value = pattern.ValuesRecur ? random.Next(RecurringValues) : unchecked((firstNumber + index) * BetweenWrites);
        lane.Begin(index, Blank(CompoundKind.Write, key) with { Value = value });
        return new(index, CompoundKind.Write, state.WriteAsync(key, value));
    }

    private CompoundReply Add(int index, int key)
    {
        var amount = pattern.ValuesRecur ? random.Next(2) == 0 ? 1 : -1 : Amount();
        lane.Begin(index, Blank(CompoundKind.Add, key) with { Amount = amount });
        return new(index, CompoundKind.Add, ((IAtomicAdd)state).AddAsync(key, amount));
    }

    private CompoundReply Transfer(int index)
    {
        int source, target;
        if (pattern.ValuesRecur)
        {
            source = random.Next(pattern.Keys);
            target = (source + random.Next(1, pattern.Keys)) % pattern.Keys;
        }
        else
        {
            source = pattern.OperationsPerGiver > 0 ? index / pattern.OperationsPerGiver % pattern.Givers : random.Next(pattern.Givers);
            target = random.Next(pattern.Givers, pattern.Keys);
        }

        var amount = pattern.ValuesRecur ? 1 : Amount();
        var (from, to) = (PatternKeys.Of(source), PatternKeys.Of(target));
        lane.Begin(index, Blank(CompoundKind.Transfer, from) with { Target = to, Amount = amount });
        return new(index, ((IAtomicTransfer)state).TransferAsync(from, to, amount));
    }

    private CompoundReply Snapshot(int index)
    {
        var (keys, values) = lane.Snapshot(index);
        for (var i = 0; i < keys.Length; i++)
        {
            keys.Span[i] = AnyKey();
        }

        lane.Begin(index, Blank(CompoundKind.Snapshot, 0));
        return new(index, CompoundKind.Snapshot, ((IAtomicSnapshot)state).SnapshotAsync(keys, values));
    }

    private CompoundReply Update(int index, int key)
    {
        var amount = Amount();
        var gives = random.Next(2) == 0;
        lane.Begin(index, Blank(CompoundKind.Update, key));
        return new(index, CompoundKind.Update, ((IExclusiveUpdate)state).UpdateAsync(key, CodeAsync));

        async ValueTask<int> CodeAsync(int given, CancellationToken token)
        {
            lane.EnterCode(index, given);
            if (gives)
            {
                await Task.Yield();
            }

            var made = pattern.ValuesRecur ? (int)((uint)(given + amount) % RecurringValues) : unchecked(given + amount);
            lane.LeaveCode(index, made);
            return made;
        }
    }

    private static CompoundOperation Blank(CompoundKind kind, int key) => new() { Kind = kind, Key = key, Called = 0, Returned = 0 };

    private async ValueTask TakeAsync(CompoundReply reply)
    {
        try
        {
            await reply.TakeAsync(lane);
        }
        catch (Exception exception)
        {
            Fail(reply.Index, exception);
        }
    }

    private void Take(CompoundReply reply)
    {
        try
        {
            reply.Take(lane);
        }
        catch (Exception exception)
        {
            Fail(reply.Index, exception);
        }
    }

    // A state that throws is wrong already, and one that throws every time would take long over it.
    private void Fail(int index, Exception exception)
    {
        lane.Fail(index, exception);
        halt.Set();
    }
}
