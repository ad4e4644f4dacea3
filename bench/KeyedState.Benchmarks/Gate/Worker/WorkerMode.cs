using System.Text.Json;
using KeyedState.Harness;
using KeyedState.Regression;
using KeyedState.Results;
using KeyedState.Verification;

namespace KeyedState.Benchmarks.Gate;

/// <summary>The program as a worker: it reads requests from its input until that ends, and answers each on its output.</summary>
internal sealed class WorkerMode(StateCatalogue catalogue)
{
    // A state that lost a write whenever its lock was taken passed one check of three with a third of these, on a busy machine.
    private const int OperationsOfACheck = 330_000;
    private const int OperationsOfASlowCheck = 110_000;

    // As the driver has it.
    private const int OperationsARun = 64;

    private static readonly TimeSpan SliceLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CheckPatience = TimeSpan.FromSeconds(20);

    private readonly Dictionary<Workload, WorkloadInputs> inputs = [];

    /// <summary>Serves until the input ends.</summary>
    public void Serve(TextReader requests, TextWriter answers)
    {
        while (requests.ReadLine() is { } line)
        {
            answers.WriteLine(WorkerFormat.Write(Answer(line)));
            answers.Flush();
        }
    }

    private WorkerAnswer Answer(string line)
    {
        try
        {
            var request = WorkerFormat.Read<WorkerRequest>(line);
            return request.Do switch
            {
                WorkerTask.Hello => Hello(),
                WorkerTask.Check => Check(EntryOf(request), request),
                WorkerTask.Pilot => Pilot(EntryOf(request), request),
                _ => Slice(EntryOf(request), request),
            };
        }
        catch (Exception exception)
        {
            // Whatever a state throws belongs into the answer: the asker decides what it means.
            return new WorkerAnswer { Error = exception is JsonException ? "The request is no JSON object that I know." : $"{exception.GetType().Name}: {exception.Message}" };
        }
    }

    private HelloAnswer Hello() => new()
    {
        Protocol = WorkerProtocol.Version,
        Scenario = string.Join("; ", Enum.GetValues<CostClass>().Select(Workload.For)),
        ProcessorCount = Environment.ProcessorCount,
        OperationsPerWrite = (double)Workload.GoByExample.Workers / Workload.GoByExample.Writers,
        NanosecondsPerTurn = DelayLoop.NanosecondsPerTurn(),
        States =
        [
            .. catalogue.Entries.Select(entry => new WorkerState(
                entry.Name,
                entry.IsLimit,
                entry.Declared.Replies is ReplyMode.AtOnce or ReplyMode.AtOnceWhenFree,
                entry.Declared.FullSuiteOnly)),
        ],
    };

    private static CheckAnswer Check(StateEntry entry, WorkerRequest request)
    {
        var state = entry.Create();
        var usual = entry.Declared.Cost == CostClass.Microseconds ? OperationsOfASlowCheck : OperationsOfACheck;
        var operations = request.Operations > 0 ? request.Operations : usual;
        var outcome = StateVerifier.Verify(state, operations, request.Seed, CheckPatience);
        if (outcome.Explanation is null)
        {
            // One that was wrong may not answer to this either, and what it did would be lost over it.
            Dispose(entry, state, CheckPatience);
        }

        return new CheckAnswer { Operations = outcome.Operations, Violation = outcome.Explanation };
    }

    private PilotAnswer Pilot(StateEntry entry, WorkerRequest request)
    {
        var workload = Workload.For(entry.Declared.Cost);
        var note = Slice(entry, request).Note;
        return new PilotAnswer
        {
            Plan = workload.ToString(),
            Operations = workload.Operations,
            RunLength = OperationsARun,
            NanosecondsPerOperation = LaunchNote.Read(note)!.Of(Metric.Time)[0] / workload.Operations,
            Note = note,
        };
    }

    private SliceAnswer Slice(StateEntry entry, WorkerRequest request)
    {
        var state = Plant.Into(entry.Create(), request.Plant, request.Amount);
        var driver = FixedWorkDriver.Of(entry, state, SliceLimit, InputsOf(Workload.For(entry.Declared.Cost)));
        driver.Park();

        // What earlier slices left behind is collected now and not while this one is timed.
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var outcome = driver.Release();
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Dispose(entry, state, SliceLimit);
        var note = LaunchNote.Blank with
        {
            ProcessorCount = Environment.ProcessorCount,
            Observations =
            [
                new(Metric.Time.Name, [Math.Max(outcome.ReadersEnd.TotalNanoseconds, outcome.WritersEnd.TotalNanoseconds)]),
                new(Metric.Allocated.Name, [allocated]),
            ],
        };
        return new SliceAnswer { Note = note.ToBytes() };
    }

    private static void Dispose(StateEntry entry, IKeyedState state, TimeSpan limit)
    {
        if (!Task.Run(() => state.DisposeAsync().AsTask()).Wait(limit))
        {
            throw new StateHungException(entry.Name, "its disposal", limit);
        }
    }

    private StateEntry EntryOf(WorkerRequest request) =>
        catalogue.Find(request.State ?? "") ?? throw new ArgumentException($"There is no state {request.State}.");

    private WorkloadInputs InputsOf(Workload workload) =>
        inputs.TryGetValue(workload, out var drawn) ? drawn : inputs[workload] = WorkloadInputs.Draw(workload);
}
