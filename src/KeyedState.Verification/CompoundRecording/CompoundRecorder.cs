namespace KeyedState.Verification;

/// <summary>Runs compound patterns on a state and records every operation.</summary>
public sealed class CompoundRecorder
{
    private const int LongestSnapshot = 4;

    private readonly IKeyedState state;
    private readonly Random seeds;
    private readonly TimeSpan patience;
    private readonly Halt halt = new();

    private CompoundRecorder(IKeyedState state, int seed, TimeSpan patience)
    {
        this.state = state;
        seeds = new Random(seed);
        this.patience = patience;
    }

    /// <summary>Records patterns on one instance, one after the other; ends early when an operation throws or is not answered.</summary>
    /// <param name="state">The state, which offers what the patterns ask for; nothing else uses it meanwhile. The caller disposes of it, unless it hung.</param>
    /// <param name="patterns">The patterns.</param>
    /// <param name="seed">What the workers' keys, amounts and kinds of operation are drawn from. How they meet is never the same twice.</param>
    /// <param name="patience">
    /// How long nothing may happen, though operations are under way, until these count as never answered. A test of the
    /// machine's slowness, not of the state's: make it ample.
    /// </param>
    /// <returns>What was recorded of each pattern, when it is asked for; the next pattern begins then.</returns>
    public static IEnumerable<CompoundRecording> Record(IKeyedState state, IReadOnlyList<CompoundPattern> patterns, int seed, TimeSpan patience)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(patterns);
        var recorder = new CompoundRecorder(state, seed, patience);
        return patterns.TakeWhile(_ => !recorder.halt.IsSet).Select(recorder.Run);
    }

    private CompoundRecording Run(CompoundPattern pattern)
    {
        if (Open(pattern) is { } failure)
        {
            halt.Set();
            return new CompoundRecording(pattern, new CompoundHistory([], new Dictionary<int, int>(), [], []), [], [failure]);
        }

        var snapshotLength = pattern.SnapshotPercent > 0 ? Math.Min(LongestSnapshot, pattern.Keys) : 0;
        CompoundLane[] lanes = [.. Enumerable.Range(0, pattern.Workers).Select(_ => new CompoundLane(pattern.OperationsPerWorker, snapshotLength, pattern.UpdatePercent > 0))];
        CompoundCaller[] callers =
            [.. lanes.Select((lane, worker) => new CompoundCaller(state, pattern, lane, 1 + (worker * pattern.OperationsPerWorker), seeds.Next(), halt))];
        var hung = false;
        for (var from = 0; from < pattern.OperationsPerWorker && !halt.IsSet; from += pattern.BurstLength)
        {
            var (begin, end) = (from, Math.Min(from + pattern.BurstLength, pattern.OperationsPerWorker));
            hung = !Burst.Run(pattern.Workers, (worker, gate) => WorkAsync(pattern, callers[worker], gate, begin, end), () => lanes.Sum(lane => lane.Answered), patience);
            if (hung)
            {
                halt.Set();
            }
        }

        return Collect(pattern, lanes, hung);
    }

    // Before anything else, each key gets the value that it is to have at first.
    private Violation? Open(CompoundPattern pattern)
    {
        var written = 0;
        Exception? thrown = null;
        var ended = Burst.Run(workers: 1, OpenAsync, () => Volatile.Read(ref written), patience);
        return thrown is not null ? CompoundFailures.OpeningThrew(pattern, thrown) : ended ? null : CompoundFailures.OpeningHung(pattern, patience);

        async Task OpenAsync(int worker, Task gate)
        {
            await gate;
            try
            {
                for (var number = 0; number < pattern.Keys; number++)
                {
                    await state.WriteAsync(PatternKeys.Of(number), pattern.OpeningOf(number));
                    Volatile.Write(ref written, number + 1);
                }
            }
            catch (Exception exception)
            {
                thrown = exception;
            }
        }
    }

    private CompoundRecording Collect(CompoundPattern pattern, CompoundLane[] lanes, bool hung)
    {
        List<CompoundOperation> operations = [];
        List<CodeRun> runs = [];
        List<(int Operation, Exception Exception)> failures = [];
        List<int> keys = [];
        List<int> values = [];
        for (var worker = 0; worker < lanes.Length; worker++)
        {
            var lane = lanes[worker];
            failures.AddRange(lane.Failures.Select(failure => (operations.Count + failure.Index, failure.Exception)));
            operations.AddRange(lane.Operations(worker, keys.Count));
            runs.AddRange(lane.Runs());
            keys.AddRange(lane.Keys);
            values.AddRange(lane.Values);
        }

        var initial = Enumerable.Range(0, pattern.Keys).ToDictionary(PatternKeys.Of, pattern.OpeningOf);
        var history = new CompoundHistory([.. operations], initial, [.. keys], [.. values]);
        Violation[] violations =
        [
            .. failures.Take(1).Select(failure => CompoundFailures.Threw(history, failure.Operation, failure.Exception)),
            .. hung ? [CompoundFailures.Hung(history, failures.Select(failure => failure.Operation), pattern, patience)] : Array.Empty<Violation>(),
        ];
        return new CompoundRecording(pattern, history, runs, violations);
    }

    private static async Task WorkAsync(CompoundPattern pattern, CompoundCaller caller, Task gate, int from, int to)
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
        await caller.CallAsync(from, to);
    }
}
