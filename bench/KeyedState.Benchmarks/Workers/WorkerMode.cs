using System.Text.Json;
using KeyedState.Benchmarks.Gate;
using KeyedState.Benchmarks.Launches;
using KeyedState.Harness;
using KeyedState.Regression;
using KeyedState.Verification;
using CoreDistance = KeyedState.Results.CoreDistance;

namespace KeyedState.Benchmarks.Workers;

/// <summary>The program as a worker: it reads requests from its input until that ends, and answers each on its output.</summary>
internal sealed class WorkerMode(StateCatalogue catalogue)
{
    // A state that lost a write whenever its lock was taken passed one check of three with a third of these, on a busy machine.
    private const int MostOperationsOfACheck = 330_000;

    // Where an operation takes many times as long as anybody else's, a check takes as many as fit into some seconds, but so many.
    private const int FewestOperationsOfACheck = 100_000;
    private const double SecondsOfACheck = 8;

    private static readonly TimeSpan CheckPatience = TimeSpan.FromSeconds(20);

    // For whoever does not say otherwise: code that is optimised when it is first compiled, a state for each slice, and cores as they are.
    private static readonly LaunchPlan Slices = new(
        Scenario.GoByExample,
        FixedWork.Small,
        WarmupPlan.Untiered,
        StateLifetime.Iteration,
        Environment.ProcessorCount > 1 ? new CoreWait(CoreDistance.FarFrom, TimeSpan.Zero) : null);

    /// <summary>Serves until the input ends.</summary>
    public void Serve(TextReader requests, TextWriter answers)
    {
        while (requests.ReadLine() is { } line)
        {
            answers.WriteLine(WorkerFormat.Write(Answer(line)));
            answers.Flush();
        }
    }

    private WorkerReply Answer(string line)
    {
        try
        {
            var request = WorkerFormat.Read<WorkerRequest>(line);
            return request.Do switch
            {
                WorkerTask.Hello => Hello(),
                WorkerTask.Check => Check(EntryOf(request), request),
                WorkerTask.Pilot => RunPilot(EntryOf(request), request),
                WorkerTask.Series => RunSeries(EntryOf(request), request),
                WorkerTask.Latency => RunLoop(EntryOf(request), request),
                WorkerTask.Retain => new RetainReply { BytesPerKey = RetainedBytes.Measure(EntryOf(request).Create()) },
                WorkerTask.Create => Create(request),
                _ => Slice(EntryOf(request), request),
            };
        }
        catch (Exception exception)
        {
            // Whatever a state throws belongs into the answer: the asker decides what it means.
            return new WorkerReply { Error = exception is JsonException ? "The request is no JSON object that I know." : $"{exception.GetType().Name}: {exception.Message}" };
        }
    }

    private HelloReply Hello() => new()
    {
        Protocol = WorkerProtocol.Version,
        ProcessorCount = Environment.ProcessorCount,
        OperationsPerWrite = (double)Slices.Scenario.Workers / Slices.Scenario.Roles.Where(role => role.Operation == OperationKind.Write).Sum(role => role.Workers),
        NanosecondsPerTurn = DelayLoop.NanosecondsPerTurn(),
        States =
        [
            .. catalogue.Entries.Select(entry => new WorkerState(entry.Name, entry.IsLimit, entry.Declared.FullSuiteOnly, entry.Declared.Family.ToString())),
        ],
    };

    private static CheckReply Check(StateEntry entry, WorkerRequest request)
    {
        var state = entry.Create();
        var outcome = StateVerifier.Verify(state, request.Operations > 0 ? request.Operations : OperationsOfACheck(entry), request.Seed, CheckPatience);
        if (outcome.Explanation is null && !Task.Run(() => state.DisposeAsync().AsTask()).Wait(CheckPatience))
        {
            // One that was wrong may not answer to this either, and what it did would be lost over it.
            throw new StateHungException(entry.Name, "its disposal", CheckPatience);
        }

        return new CheckReply { Operations = outcome.Operations, Violation = outcome.Explanation ?? UndecidedIn(outcome) };
    }

    private static int OperationsOfACheck(StateEntry entry)
    {
        var launch = new StateLaunch(entry, Slices);
        launch.Park();
        launch.Release();
        launch.Count();
        launch.Dispose();
        var seconds = launch.Iterations[0].Outcome.Time.TotalSeconds / (Slices.Work.OperationsPerWorker * Slices.Scenario.Workers);
        return (int)Math.Clamp(SecondsOfACheck / seconds, FewestOperationsOfACheck, MostOperationsOfACheck);
    }

    // What is not known to be right must not be published as if it were.
    private static string? UndecidedIn(VerificationOutcome outcome) => outcome.Undecided == 0 ? null
        : FormattableString.Invariant($"Whether {outcome.Undecided} of its histories are linearizable could not be decided: too many operations overlapped. Check it again while the machine does nothing else.");

    private static PilotReply RunPilot(StateEntry entry, WorkerRequest request)
    {
        var plan = PlanOf(request);
        var window = new Window(
            TimeSpan.FromMilliseconds(request.WindowMilliseconds),
            TimeSpan.FromMilliseconds(Math.Max(request.WindowMilliseconds, request.LongestWindowMilliseconds)),
            TimeSpan.FromMicroseconds(request.RunMicroseconds));
        var launch = new StateLaunch(entry, plan);
        launch.WarmUp();
        var found = Pilot.Run(launch, plan.Scenario.Workers, window);
        launch.Dispose();
        return new PilotReply
        {
            Plan = (plan with { Work = found.Work }).ToString(),
            Operations = found.Work.OperationsPerWorker * plan.Scenario.Workers,
            RunLength = found.Work.RunLength,
            NanosecondsPerOperation = found.NanosecondsPerOperation,
            WarmupSeconds = launch.WarmedUp.Took.TotalSeconds,
            WaitedSeconds = launch.Waited.TotalSeconds,
            WindowMilliseconds = found.Window.TotalMilliseconds,
            Note = LaunchNotes.Of(launch, plan.Scenario).ToBytes(),
        };
    }

    private static SliceReply Slice(StateEntry entry, WorkerRequest request)
    {
        var plan = PlanOf(request);
        var launch = new StateLaunch(entry, plan, () => PlantedDefect.Into(entry.Create(), request.Plant, request.Amount));
        launch.Park();
        launch.Release();
        launch.Count();

        // Not one that threw: it may not answer to its disposal either, and what it did would be lost over it.
        launch.Dispose();
        return new SliceReply { Note = LaunchNotes.Of(launch, plan.Scenario).ToBytes() };
    }

    private static LatencyReply RunLoop(StateEntry entry, WorkerRequest request) =>
        LatencyWork.Run(entry, request.Plan, () => PlantedDefect.Into(entry.Create(), request.Plant, request.Amount));

    private static SeriesReply RunSeries(StateEntry entry, WorkerRequest request)
    {
        var plan = PlanOf(request);

        // What the series before left behind must not be collected during this one.
        GC.Collect();
        var launch = new StateLaunch(entry, plan);
        launch.WarmUp();
        launch.TouchKeys();
        for (var iteration = 0; iteration < request.Iterations; iteration++)
        {
            launch.Park();
            launch.Release();
            launch.Count();
        }

        launch.CheckSum();
        launch.Dispose();
        return new SeriesReply { Note = LaunchNotes.Of(launch, plan.Scenario).ToBytes() };
    }

    private static CreateReply Create(WorkerRequest request)
    {
        var create = KeyCreations.All.First(creation => creation.Name == request.State).Create;
        return new CreateReply
        {
            RunsPerKey = [.. Enumerable.Range(0, request.Iterations).Select(_ => CreationRace.RunsPerKey(create()))],
            KeepsFailure = CreationRace.KeepsFailureAsync(create()).GetAwaiter().GetResult(),
        };
    }

    private static LaunchPlan PlanOf(WorkerRequest request) => request.Plan is { } plan ? LaunchPlan.Parse(plan) : Slices;

    private StateEntry EntryOf(WorkerRequest request) =>
        catalogue.Find(request.State ?? "") ?? throw new ArgumentException($"There is no state {request.State}.");
}
