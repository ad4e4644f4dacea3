using System.Diagnostics;
using KeyedState.Benchmarks.Workers;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Tests.Regression;

/// <summary>Workers that misbehave in every way that a process can. They are scripts of a shell, which Windows has not.</summary>
public sealed class WorkerProcessTests
{
    private const string NeedsShell = "It needs a POSIX shell.";

    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);
    private static readonly WorkerRequest Hello = new(WorkerTask.Hello);

    public static TheoryData<string, string> ImpossibleSlices => new()
    {
        { "{}", "a damaged note" },
        { "{\"note\":\"AAAA\"}", "a damaged note" },
        { "{\"note\":\"???\"}", "something else than one JSON object" },
        { Answer(Notes.Slice(0, 0)), "a note that has a time that is not positive or not possible" },
        { Answer(Notes.Slice(-1, 0)), "a note that has a time that is not positive or not possible" },
        { Answer(Notes.Slice(double.NaN, 0)), "a damaged note" },
        { Answer(Notes.Slice(double.PositiveInfinity, 0)), "a damaged note" },
        { Answer(Notes.Slice(1, -1)), "a note that has a value that is negative or not possible" },
        { Answer(Notes.Slice(1, 0) with { Error = "It broke." }), "a note of what failed" },
        { Answer(Notes.Slice(1, 0) with { Observations = [new(Metric.Time.Name, [1])] }), "a slice that did not count its allocations, or several slices" },
        { Answer(Notes.Slice(1, 0) with { Observations = [new(Metric.Time.Name, [1, 1]), new(Metric.Allocated.Name, [1, 1])] }), "a slice that did not count its allocations, or several slices" },
    };

    public static bool IsWindows => OperatingSystem.IsWindows();

    [Theory(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    [InlineData("exit 3", "The worker of head ended at Hello.")]
    [InlineData("echo it broke >&2; exit 3", "The worker of head ended at Hello and said: it broke")]
    [InlineData("read line; echo nonsense", "The worker of head answered Hello with something else than one JSON object.")]
    [InlineData("read line; echo '[]'", "The worker of head answered Hello with something else than one JSON object.")]
    [InlineData("read line; echo null", "The worker of head answered Hello with something else than one JSON object.")]
    [InlineData("read line; echo '{\"protocol\":1e400}'", "The worker of head answered Hello with something else than one JSON object.")]
    [InlineData("read line; echo '{\"unheardOf\":1}'", "The worker of head answered Hello with something else than one JSON object.")]
    [InlineData("read line; echo '{\"protocol\":1,\"workload\":\"W\",\"states\":[{\"name\":\"Lock\",\"costClass\":\"Few\"}]}'", "The worker of head speaks an older protocol than this build, 1 against 4: run the gate from the sources of the head.")]
    [InlineData("read line; echo '{\"protocol\":5,\"unheardOf\":1}'", "The worker of head speaks a newer protocol than this build, 5 against 4: run the gate from the sources of the head.")]
    [InlineData("read line; echo '{\"protocol\":4,\"unheardOf\":1}'", "The worker of head answered Hello with something else than one JSON object.")]
    [InlineData("read line; echo '{\"protocol\":0}'", "The worker of head answered Hello with no protocol version.")]
    [InlineData("read line; echo '{\"protocol\":1,\"processorCount\":1,\"operationsPerWrite\":11,\"nanosecondsPerTurn\":1,\"states\":[null]}'", "The worker of head answered Hello with a state that cannot be.")]
    [InlineData("read line; echo '{\"protocol\":1,\"processorCount\":1,\"operationsPerWrite\":11,\"nanosecondsPerTurn\":1}'", "The worker of head answered Hello with no states, or too many.")]
    [InlineData("read line; printf '%s\\n' '{\"error\":\"two\\nlines \\u001b[31m\"}'", "The worker of head failed at Hello: two lines \uFFFD[31m")]
    [InlineData("read line; yes | tr -d '\\n'", "The worker of head answered Hello with an endless line.")]
    public void Ask_WorkerThatMisbehaves_IsOneClearLine(string script, string message)
    {
        using var worker = Shell(script);

        Assert.Equal(message, Assert.Throws<WorkerException>(() => worker.Ask<HelloReply>(Hello, Ample)).Message);
    }

    [Theory(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    [MemberData(nameof(ImpossibleSlices))]
    public void Ask_SliceThatCannotBe_IsRefused(string answer, string because)
    {
        using var worker = Shell($"read line; echo '{answer}'");

        var error = Assert.Throws<WorkerException>(() => worker.Ask<SliceReply>(new WorkerRequest(WorkerTask.Slice, "Lock"), Ample));
        Assert.Equal($"The worker of head answered Slice of Lock with {because}.", error.Message);
    }

    [Theory(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    [InlineData("", 10, 1, 5, "no plan, or one that does not end")]
    [InlineData("P", 0, 1, 5, "no operations")]
    [InlineData("P", 10, -1, 5, "no operations")]
    [InlineData("P", 10, 1, 0, "operations that take no time")]
    public void Ask_PilotThatCannotBe_IsRefused(string plan, long operations, long run, double nanoseconds, string because)
    {
        var answer = new PilotReply { Plan = plan, Operations = operations, RunLength = run, NanosecondsPerOperation = nanoseconds, WindowMilliseconds = 5, Note = Notes.Slice(50, 0).ToBytes() };
        using var worker = Shell($"read line; echo '{WorkerFormat.Write(answer)}'");

        var error = Assert.Throws<WorkerException>(() => worker.Ask<PilotReply>(new WorkerRequest(WorkerTask.Pilot, "Lock"), Ample));
        Assert.Equal($"The worker of head answered Pilot of Lock with {because}.", error.Message);
    }

    [Fact(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Ask_WorkerThatDoesNotAnswer_IsKilled()
    {
        using var worker = Shell("read line; sleep 1000 & sleep 1000");
        using var process = Process.GetProcessById(worker.Id);

        var error = Assert.Throws<WorkerException>(() => worker.Ask<HelloReply>(Hello, TimeSpan.FromMilliseconds(1)));

        Assert.Equal("The worker of head did not answer Hello within 0 s.", error.Message);
        Assert.True(process.WaitForExit(Ample));
    }

    [Fact]
    public void Start_ProgramThatIsNotThere_IsOneClearLine() =>
        Assert.StartsWith("The worker of head did not start: ", Assert.Throws<WorkerException>(() => WorkerProcess.Start(
            new WorkerCommand("head", "no-such-program", [], new Dictionary<string, string>()))).Message, StringComparison.Ordinal);

    [Fact]
    public void Dispose_RealWorker_EndsIt()
    {
        var worker = OwnWorker.Start();
        using var process = Process.GetProcessById(worker.Id);

        Assert.Contains(worker.Ask<HelloReply>(Hello, Ample).States, state => state.Name == "Lock");
        worker.Dispose();

        Assert.True(process.WaitForExit(Ample));
    }

    private static string Answer(LaunchNote note) => WorkerFormat.Write(new SliceReply { Note = note.ToBytes() });

    private static WorkerProcess Shell(string script) =>
        WorkerProcess.Start(new WorkerCommand("head", "sh", ["-c", script], new Dictionary<string, string>()));
}
