using System.Diagnostics.CodeAnalysis;

namespace KeyedState.Verification;

/// <summary>What a state returned for a call and has perhaps not answered yet.</summary>
[SuppressMessage("Reliability", "CA2012", Justification = "A caller that takes its answers late has to keep them; each is taken once.")]
internal readonly struct CompoundReply
{
    private readonly CompoundKind kind;
    private readonly ValueTask nothing;
    private readonly ValueTask<int> value;
    private readonly ValueTask<TransferResult> result;

    /// <summary>The reply to a write or a snapshot.</summary>
    public CompoundReply(int index, CompoundKind kind, ValueTask nothing) => (Index, this.kind, this.nothing) = (index, kind, nothing);

    /// <summary>The reply to a read, an add or an update.</summary>
    public CompoundReply(int index, CompoundKind kind, ValueTask<int> value) => (Index, this.kind, this.value) = (index, kind, value);

    /// <summary>The reply to a transfer.</summary>
    public CompoundReply(int index, ValueTask<TransferResult> result) => (Index, kind, this.result) = (index, CompoundKind.Transfer, result);

    /// <summary>The operation's place in its lane.</summary>
    public int Index { get; }

    /// <summary>Awaits the answer and notes it.</summary>
    public async ValueTask TakeAsync(CompoundLane lane)
    {
        switch (kind)
        {
            case CompoundKind.Write or CompoundKind.Snapshot:
                await nothing;
                lane.End(Index);
                break;
            case CompoundKind.Transfer:
                lane.End(Index, await result);
                break;
            default:
                lane.End(Index, await value);
                break;
        }
    }

    /// <summary>Blocks the thread until the answer is there and notes it.</summary>
    public void Take(CompoundLane lane)
    {
        switch (kind)
        {
            case CompoundKind.Write or CompoundKind.Snapshot:
                Wait(nothing);
                lane.End(Index);
                break;
            case CompoundKind.Transfer:
                lane.End(Index, Wait(result));
                break;
            default:
                lane.End(Index, Wait(value));
                break;
        }
    }

    // Threads that are answered at once meet more often when they need no task for it.
    private static void Wait(ValueTask answer)
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

    private static T Wait<T>(ValueTask<T> answer) => answer.IsCompletedSuccessfully ? answer.Result : answer.AsTask().GetAwaiter().GetResult();
}
