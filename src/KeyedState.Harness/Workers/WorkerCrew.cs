using System.Runtime.ExceptionServices;

namespace KeyedState.Harness;

/// <summary>
/// Workers that park at a gate, are released together, and are joined by a thread that waits for them
/// with a time limit. A crew does this once.
/// </summary>
/// <remarks>
/// The join blocks the calling thread instead of awaiting, so that a state which blocks every thread of
/// the pool is still noticed: nothing here needs a pool thread to see that time is up.
/// </remarks>
public sealed class WorkerCrew
{
    // A monitor, because it waits without spinning: on few cores the joining thread would take processor time from the workers.
    private readonly object join = new();
    private bool ended;
    private TaskCompletionSource[] gates = [];
    private OneThread[] threads = [];
    private ExceptionDispatchInfo? failure;
    private int running;

    /// <summary>Starts <paramref name="workers"/> workers; each runs up to its first wait for the gate.</summary>
    /// <param name="workers">How many; 1 or more.</param>
    /// <param name="work">Given the worker's number from 0 and the gate, which it awaits before anything else.</param>
    /// <param name="threads">On how many threads of their own the workers run, dealt out to them in turn; 0 for the pool's.</param>
    public void Park(int workers, Func<int, Task, Task> work, int threads = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        ArgumentNullException.ThrowIfNull(work);
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        running = workers;
        var groups = Math.Max(1, threads);
        gates = [.. Enumerable.Range(0, groups).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];
        if (threads == 0)
        {
            _ = StartAsync(0);
            return;
        }

        using var parked = new CountdownEvent(threads);
        this.threads = [.. Enumerable.Range(0, threads).Select(group => OneThread.Run(() =>
        {
            var joined = StartAsync(group);
            parked.Signal();
            return joined;
        }))];
        parked.Wait();

        Task StartAsync(int group) => Task.WhenAll(
        [
            .. Enumerable.Range(0, workers).Where(worker => worker % groups == group)
                .Select(worker => JoinAsync(work(worker, gates[group].Task))),
        ]);
    }

    /// <summary>Releases the workers and blocks until the last has ended, or one has failed.</summary>
    /// <param name="limit">How long to wait.</param>
    /// <returns>False when the limit passed first.</returns>
    /// <exception cref="Exception">Whatever the first failing worker threw, as it threw it.</exception>
    public bool Release(TimeSpan limit)
    {
        if (threads.Length == 0)
        {
            OpenThePoolsGate();
        }

        foreach (var (thread, gate) in threads.Zip(gates))
        {
            // One message instead of one a worker: the thread would run, and wait for the lock of its mail, between them.
            thread.Post(_ => gate.SetResult(), null);
        }

        return Join(limit);
    }

    /// <summary>Blocks until the last worker has ended, or one has failed; again after a <see cref="Release"/> that returned false.</summary>
    /// <param name="limit">How long to wait.</param>
    /// <returns>False when the limit passed first.</returns>
    /// <exception cref="Exception">Whatever the first failing worker threw, as it threw it.</exception>
    public bool Join(TimeSpan limit)
    {
        var inTime = AwaitEnd(limit);
        Volatile.Read(ref failure)?.Throw();
        return inTime;
    }

    // A thread of the pool queues the workers to itself. The other threads steal one only when nothing else is left to do, so that each
    // would run almost to its end alone, and a state be called by hardly two at once.
    private void OpenThePoolsGate()
    {
        if (!Thread.CurrentThread.IsThreadPoolThread)
        {
            gates[0].SetResult();
            return;
        }

        var opener = new Thread(gates[0].SetResult) { IsBackground = true, Name = nameof(WorkerCrew) };
        opener.Start();
        opener.Join();
    }

    private bool AwaitEnd(TimeSpan limit)
    {
        lock (join)
        {
            return ended || Monitor.Wait(join, limit);
        }
    }

    private void End()
    {
        lock (join)
        {
            ended = true;
            Monitor.PulseAll(join);
        }
    }

    private async Task JoinAsync(Task worker)
    {
        try
        {
            await worker;
        }
        catch (Exception exception)
        {
            // The first failure ends the whole crew's invocation; the workers that are left run out their fixed work.
            Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
            End();
        }

        if (Interlocked.Decrement(ref running) == 0)
        {
            End();
        }
    }
}
