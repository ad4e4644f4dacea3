using System.Collections.Concurrent;
using System.Threading.Tasks.Sources;

namespace KeyedState.Tests.Verification.Broken;

/// <summary>Gives a pooled reply back when its result is set, and not when it is taken: a caller who is late gets another's.</summary>
internal sealed class EarlyReuseState : BrokenState
{
    private readonly ConcurrentDictionary<int, int> map = new();
    private readonly ConcurrentStack<PooledReply> pool = new();

    public override ValueTask<int> ReadAsync(int key)
    {
        var reply = pool.TryPop(out var pooled) ? pooled : new PooledReply();
        reply.Result = map.GetValueOrDefault(key);
        pool.Push(reply);
        return new ValueTask<int>(reply, token: 0);
    }

    protected override void Write(int key, int value) => map[key] = value;

    private sealed class PooledReply : IValueTaskSource<int>
    {
        public int Result { get; set; }

        public int GetResult(short token) => Result;

        public ValueTaskSourceStatus GetStatus(short token) => ValueTaskSourceStatus.Succeeded;

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            throw new NotSupportedException("It has succeeded already.");
    }
}
