using System.Collections.Concurrent;
using System.Diagnostics;
using KeyedState.Harness;
using KeyedState.Verification;

namespace KeyedState.Stores.Benchmarks.Silos;

/// <summary>A caller of one key, one call at a time, whose calls and answers are noted.</summary>
/// <param name="state">What it calls.</param>
/// <param name="worker">Its number.</param>
/// <param name="key">The key.</param>
/// <param name="history">Where its operations are noted.</param>
internal sealed class SiloCaller(IKeyedState state, int worker, int key, ConcurrentQueue<Operation> history)
{
    // Between a call that was not answered and the next.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private int written;
    private int acknowledged;
    private int unanswered;

    /// <summary>How many of its writes were acknowledged.</summary>
    public int Acknowledged => Volatile.Read(ref acknowledged);

    /// <summary>How many of its calls have had no answer.</summary>
    public int Unanswered => Volatile.Read(ref unanswered);

    /// <summary>Writes values that it has not written before.</summary>
    /// <param name="writes">How many, all of which must be acknowledged.</param>
    /// <exception cref="EngineFailedException">One was not.</exception>
    public async Task WriteAsync(int writes)
    {
        for (var i = 0; i < writes; i++)
        {
            if (!await WriteAsync())
            {
                throw new EngineFailedException(FormattableString.Invariant($"A write of key {key} had no answer though nothing disturbed it."));
            }
        }
    }

    /// <summary>Writes until a write has no answer, or it is told to stop.</summary>
    /// <param name="stop">Tells it.</param>
    public async Task WriteUntilItFailsAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await WriteAsync())
        {
        }
    }

    /// <summary>Reads, whether that is answered or not, until it is told to stop.</summary>
    /// <param name="stop">Tells it.</param>
    public async Task ReadUntilStoppedAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (!await ReadAsync())
            {
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    /// <summary>Reads until it is answered once.</summary>
    /// <param name="patience">For how long.</param>
    /// <exception cref="EngineFailedException">It was not answered by then.</exception>
    public async Task ReadUntilAnsweredAsync(TimeSpan patience)
    {
        var start = Stopwatch.GetTimestamp();
        while (!await ReadAsync())
        {
            if (Stopwatch.GetElapsedTime(start) > patience)
            {
                throw new EngineFailedException(FormattableString.Invariant($"Key {key} had no answer for {patience.TotalSeconds:0} s."));
            }

            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    private Task<bool> WriteAsync()
    {
        var value = ++written;
        return NoteAsync(OperationKind.Write, value, async () =>
        {
            await state.WriteAsync(key, value);
            Interlocked.Increment(ref acknowledged);
            return value;
        });
    }

    private Task<bool> ReadAsync() => NoteAsync(OperationKind.Read, 0, async () => await state.ReadAsync(key));

    private async Task<bool> NoteAsync(OperationKind kind, int value, Func<Task<int>> call)
    {
        var called = Stopwatch.GetTimestamp();
        try
        {
            var answer = await call();
            history.Enqueue(new(kind, worker, key, answer, called, Stopwatch.GetTimestamp()));
            return true;
        }
        catch (Exception failure) when (failure is not ObjectDisposedException)
        {
            // Whatever a client says of a silo that has gone or is silent. What became of the call isn't known.
            history.Enqueue(new(kind, worker, key, value, called, Operation.Never));
            Interlocked.Increment(ref unanswered);
            return false;
        }
    }
}
