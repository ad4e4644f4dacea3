using System.Diagnostics;
using KeyedState.Results;

namespace KeyedState.Stores.Benchmarks.Curves;

/// <summary>
/// Callers that write keys of the original's five, each so many before it waits for the first answer, and begin anew when all are answered. Only
/// what is completed is counted; nobody's time is taken.
/// </summary>
internal sealed class CurveLoop
{
    /// <summary>How many keys are written.</summary>
    public const int Keys = 5;

    // Long after the last write has been answered, or never will be.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IKeyedState state;
    private readonly CurvePoint point;
    private long completed;
    private bool stopped;

    private CurveLoop(IKeyedState state, CurvePoint point) => (this.state, this.point) = (state, point);

    /// <summary>Runs it.</summary>
    /// <param name="state">The state.</param>
    /// <param name="point">How many callers, and how many writes before they wait.</param>
    /// <param name="before">How long it runs before anything is counted.</param>
    /// <param name="window">For how long is counted.</param>
    /// <param name="engine">The state's engine.</param>
    /// <exception cref="TimeoutException">A write was not answered.</exception>
    /// <exception cref="Exception">Whatever the state threw, as it threw it.</exception>
    public static StoredStorePoint Run(IKeyedState state, CurvePoint point, TimeSpan before, TimeSpan window, IServedState engine)
    {
        var loop = new CurveLoop(state, point);
        var callers = Task.WhenAll(Enumerable.Range(0, point.Callers).Select(caller => Task.Run(() => loop.CallAsync(caller))));

        // Callers that end before they are told to have failed, and say with what.
        Task.WaitAny([callers], before);
        var counted = loop.Count(window, engine, callers);
        Volatile.Write(ref loop.stopped, true);
        callers.WaitAsync(Patience).GetAwaiter().GetResult();
        return counted;
    }

    private StoredStorePoint Count(TimeSpan window, IServedState engine, Task callers)
    {
        var (client, server, start, count) = (Environment.CpuUsage.TotalTime, engine.EngineProcessorTime, Stopwatch.GetTimestamp(), Interlocked.Read(ref completed));
        Task.WaitAny([callers], window);
        return new(
            point.Callers,
            point.Depth,
            Interlocked.Read(ref completed) - count,
            Stopwatch.GetElapsedTime(start).TotalSeconds,
            (Environment.CpuUsage.TotalTime - client).TotalSeconds,
            (engine.EngineProcessorTime - server).TotalSeconds);
    }

    private async Task CallAsync(int caller)
    {
        var sent = new Task[point.Depth];
        for (var next = caller; !Volatile.Read(ref stopped); next++)
        {
            for (var i = 0; i < sent.Length; i++)
            {
                sent[i] = state.WriteAsync((int)((uint)(next + i) % Keys), i).AsTask();
            }

            foreach (var write in sent)
            {
                await write;
            }

            Interlocked.Add(ref completed, sent.Length);
        }
    }
}
