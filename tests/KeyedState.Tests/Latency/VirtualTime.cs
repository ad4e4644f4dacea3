using System.Runtime.ExceptionServices;
using KeyedState.Harness;

namespace KeyedState.Tests.Latency;

/// <summary>
/// A clock that moves only when everybody waits, and the one thread that everything runs on. The loops do with it what they do
/// with the machine's time.
/// </summary>
internal sealed class VirtualTime : LoopTime
{
    private readonly Context context;
    private readonly PriorityQueue<Action, (long Time, long Order)> timers = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> ready = new();
    private long order;
    private long now = 1;

    public VirtualTime() => context = new Context(this);

    public override double ReadCost => 0;

    public override int Cores => 1;

    /// <summary>Runs something on this time's thread, which is the caller's.</summary>
    public T Run<T>(Func<T> run)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
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
            while (ready.TryDequeue(out var work))
            {
                work.Callback(work.State);
            }

            if (crew.Join(TimeSpan.Zero))
            {
                return true;
            }

            if (!timers.TryPeek(out var timer, out var due) || due.Time > until)
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
