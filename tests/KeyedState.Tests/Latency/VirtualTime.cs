using System.Runtime.ExceptionServices;
using KeyedState.Harness;

namespace KeyedState.Tests.Latency;

/// <summary>
/// A clock that moves only when everybody waits, and the one thread that everything runs on. The loops do with it what they do
/// with the machine's time.
/// </summary>
/// <param name="readCost">What reading the clock is said to take, in nanoseconds.</param>
internal sealed class VirtualTime(double readCost = 0) : LoopTime
{
    private readonly PriorityQueue<Action, (long Time, long Order)> timers = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> ready = new();
    private long order;
    private long now = 1;

    /// <summary>What reading the clock is said to take, in nanoseconds. It takes none of this time.</summary>
    public override double ReadCost { get; } = readCost;

    public override int Cores => 1;

    /// <summary>The one thread never rests.</summary>
    public override TimeSpan CpuTime => TimeSpan.FromMicroseconds(now / 1e3);

    /// <summary>Runs something on this time's thread, which is the caller's.</summary>
    public T Run<T>(Func<T> run)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new Context(this));
        try
        {
            return run();
        }
        catch (AggregateException error) when (error.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    public override long Now() => now;

    public override bool Await(WorkerCrew crew, long until)
    {
        while (true)
        {
            while (now <= until && ready.TryDequeue(out var work))
            {
                work.Callback(work.State);
            }

            if (crew.Join(TimeSpan.Zero))
            {
                return true;
            }

            if (now > until || !timers.TryPeek(out var timer, out var due) || due.Time > until)
            {
                now = Math.Max(now, until);
                return false;
            }

            timers.Dequeue();
            now = Math.Max(now, due.Time);
            timer();
        }
    }

    public override IDisposable Pace(ArrivalGate arrivals)
    {
        Step();
        return new Closing(arrivals);

        void Step()
        {
            if (arrivals.ReleaseDue(now) is { } next)
            {
                At(next, Step);
            }
        }
    }

    /// <summary>Lets time pass in which the one thread is blocked or computes.</summary>
    public void Pass(long nanoseconds) => now += nanoseconds;

    /// <summary>Does something at a time.</summary>
    public void At(long time, Action action) => timers.Enqueue(action, (time, order++));

    /// <summary>Completes at a time.</summary>
    public Task Until(long time)
    {
        var reached = new TaskCompletionSource();
        At(time, reached.SetResult);
        return reached.Task;
    }

    private sealed class Context(VirtualTime time) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => time.ready.Enqueue((d, state));
    }

    private sealed class Closing(ArrivalGate arrivals) : IDisposable
    {
        public void Dispose() => arrivals.Close();
    }
}
