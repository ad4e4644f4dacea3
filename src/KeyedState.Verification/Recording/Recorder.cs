namespace KeyedState.Verification;

/// <summary>Runs patterns on a state and records every operation.</summary>
public sealed class Recorder
{
    private readonly IKeyedState state;
    private readonly Random seeds;
    private readonly TimeSpan patience;
    private readonly Halt halt = new();
    private readonly List<Operation> operations;
    private int numbers = 1;

    private Recorder(IKeyedState state, int capacity, int seed, TimeSpan patience)
    {
        this.state = state;
        seeds = new Random(seed);
        this.patience = patience;
        operations = new List<Operation>(capacity);
    }

    /// <summary>Records patterns on one instance, one after the other; ends early when an operation throws or is not answered.</summary>
    /// <param name="state">The state, never used before; the caller disposes of it, unless it hung.</param>
    /// <param name="patterns">The patterns.</param>
    /// <param name="seed">What the workers' keys and kinds of operation are drawn from. How they meet is never the same twice.</param>
    /// <param name="patience">
    /// How long nothing may happen, though operations are under way, until these count as never answered. A test of the
    /// machine's slowness, not of the state's: make it ample.
    /// </param>
    public static Recording Record(IKeyedState state, IReadOnlyList<CallPattern> patterns, int seed, TimeSpan patience)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(patterns);
        var recorder = new Recorder(state, patterns.Sum(pattern => pattern.Operations), seed, patience);
        Violation[] violations = [.. patterns.SelectMany(recorder.Run)];
        return new Recording(new History([.. recorder.operations]), violations);
    }

    private Violation[] Run(CallPattern pattern)
    {
        if (halt.IsSet)
        {
            return [];
        }

        var first = numbers;
        numbers += pattern.Operations;
        Lane[] lanes = [.. Enumerable.Range(0, pattern.Workers).Select(worker => new Lane(worker, pattern.OperationsPerWorker, first + (worker * pattern.OperationsPerWorker)))];
        Caller[] callers = [.. lanes.Select(lane => new Caller(state, pattern, lane, seeds.Next(), halt))];
        using var hogs = pattern.StarvesThePool ? new PoolHogs() : null;
        var hung = false;
        for (var from = 0; from < pattern.OperationsPerWorker && !halt.IsSet; from += pattern.BurstLength)
        {
            hung = !RunBurst(pattern, lanes, callers, from);
        }

        var called = lanes.SelectMany(lane => lane.Called).ToArray();
        operations.AddRange(called);
        var failures = lanes.SelectMany(lane => lane.Failures).ToArray();
        return [.. failures.Take(1).Select(Failures.Threw), .. hung ? [Failures.Hung(called, failures, pattern, patience)] : Array.Empty<Violation>()];
    }

    /// <returns>False when the burst hung.</returns>
    private bool RunBurst(CallPattern pattern, Lane[] lanes, Caller[] callers, int from)
    {
        var to = Math.Min(from + pattern.BurstLength, pattern.OperationsPerWorker);
        var ended = Burst.Run(pattern.Workers, (worker, gate) => WorkAsync(pattern, callers[worker], gate, from, to), () => Answered(lanes), patience);
        if (!ended)
        {
            halt.Set();
        }

        return ended;
    }

    private static int Answered(Lane[] lanes) => lanes.Sum(lane => lane.Answered);

    private static async Task WorkAsync(CallPattern pattern, Caller caller, Task gate, int from, int to)
    {
        if (pattern.BlocksThreads)
        {
            await OwnThread.Run(() =>
            {
                gate.Wait();
                caller.Call(from, to);
            });
            return;
        }

        await gate;
        for (var birth = from; birth < to; birth += pattern.Lifetime)
        {
            var death = Math.Min(birth + pattern.Lifetime, to);
            await (birth == from ? caller.CallAsync(birth, death) : Task.Run(() => caller.CallAsync(birth, death)));
        }
    }
}
