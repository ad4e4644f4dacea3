using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace KeyedState.Harness;

/// <summary>
/// Turns a write's answer into that of a read that returned 0, so that a worker's loop awaits both alike. It is made once for a worker, which
/// has one operation under way at a time, and allocates nothing for an operation.
/// </summary>
internal sealed class WriteAnswer : IValueTaskSource<int>
{
    private readonly Action resume;
    private ValueTaskAwaiter write;
    private Action<object?>? continuation;
    private object? argument;

    public WriteAnswer() => resume = () => continuation!(argument);

    /// <summary>The answer of a write, whose own is awaited by nobody else.</summary>
    /// <param name="call">The write.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask<int> Of(ValueTask call)
    {
        if (!call.IsCompleted)
        {
            return Awaiting(call);
        }

        call.GetAwaiter().GetResult();
        return default;
    }

    public int GetResult(short token)
    {
        write.GetResult();
        return 0;
    }

    // Nobody asks how it ended before taking the result.
    public ValueTaskSourceStatus GetStatus(short token) => write.IsCompleted ? ValueTaskSourceStatus.Succeeded : ValueTaskSourceStatus.Pending;

    // The write's own awaiter goes on where the caller was, as the flags ask.
    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        (this.continuation, argument) = (continuation, state);
        write.UnsafeOnCompleted(resume);
    }

    private ValueTask<int> Awaiting(ValueTask call)
    {
        write = call.GetAwaiter();
        return new ValueTask<int>(this, 0);
    }
}
