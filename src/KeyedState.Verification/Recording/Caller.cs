namespace KeyedState.Verification;

/// <summary>One worker of a pattern: calls a state and notes what it answers.</summary>
/// <param name="state">The state.</param>
/// <param name="pattern">What the worker does.</param>
/// <param name="lane">Where it is noted.</param>
/// <param name="seed">What its keys and kinds of operation are drawn from.</param>
/// <param name="halt">Ends it early.</param>
internal sealed class Caller(IKeyedState state, CallPattern pattern, Lane lane, int seed, Halt halt)
{
    // Workers whose operations complete at once give way after eight on average: often enough to meet, rarely enough to leave runs unbroken.
    private const int RunLength = 8;

    private readonly Random random = new(seed);
    private readonly Queue<Reply> underWay = new(pattern.UnderWay);

    /// <summary>Makes the operations from one place in the lane to another, as a task.</summary>
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

            if (random.Next(RunLength) == 0)
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
        var key = PatternKeys.Of(pattern.TakesKeysInTurn ? index % pattern.Keys : random.Next(pattern.Keys));
        try
        {
            underWay.Enqueue(random.Next(100) < pattern.WritePercent ? Write(index, key) : Read(index, key));
            return true;
        }
        catch (Exception exception)
        {
            Fail(index, exception);
            return false;
        }
    }

    private Reply Write(int index, int key) => new(index, state.WriteAsync(key, lane.BeginWrite(index, key)));

    private Reply Read(int index, int key)
    {
        lane.BeginRead(index, key);
        return new Reply(index, state.ReadAsync(key));
    }

    private async ValueTask TakeAsync(Reply reply)
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

    private void Take(Reply reply)
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
