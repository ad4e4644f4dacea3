using System.Diagnostics.CodeAnalysis;

namespace KeyedState.Verification;

/// <summary>What a state returned for a call and has perhaps not answered yet.</summary>
[SuppressMessage("Reliability", "CA2012", Justification = "A caller that takes its answers late has to keep them; each is taken once.")]
internal readonly struct Reply
{
    private readonly bool isWrite;
    private readonly ValueTask write;
    private readonly ValueTask<int> read;

    /// <summary>The reply to a write.</summary>
    public Reply(int index, ValueTask write) => (Index, isWrite, this.write) = (index, true, write);

    /// <summary>The reply to a read.</summary>
    public Reply(int index, ValueTask<int> read) => (Index, this.read) = (index, read);

    /// <summary>The operation's place in its lane.</summary>
    public int Index { get; }

    /// <summary>Awaits the answer and notes it.</summary>
    public async ValueTask TakeAsync(Lane lane)
    {
        if (isWrite)
        {
            await write;
            lane.EndWrite(Index);
        }
        else
        {
            lane.EndRead(Index, await read);
        }
    }

    /// <summary>Blocks the thread until the answer is there and notes it.</summary>
    public void Take(Lane lane)
    {
        if (isWrite)
        {
            Take(write);
            lane.EndWrite(Index);
        }
        else
        {
            lane.EndRead(Index, Take(read));
        }
    }

    // Threads that are answered at once meet more often when they need no task for it.
    private static void Take(ValueTask answer)
    {
        if (answer.IsCompletedSuccessfully)
        {
            answer.GetAwaiter().GetResult();
        }
        else
        {
            answer.AsTask().GetAwaiter().GetResult();
        }
    }

    private static int Take(ValueTask<int> answer) => answer.IsCompletedSuccessfully ? answer.Result : answer.AsTask().GetAwaiter().GetResult();
}
