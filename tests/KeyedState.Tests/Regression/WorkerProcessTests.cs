using System.Diagnostics;
using KeyedState.Benchmarks.Gate;
using KeyedState.Regression;

namespace KeyedState.Tests.Regression;

/// <summary>Workers that misbehave in every way that a process can. They are scripts of a shell, which Windows has not.</summary>
public sealed class WorkerProcessTests
{
    private const string NeedsShell = "It needs a POSIX shell.";

    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);
    private static readonly WorkerRequest Hello = new(WorkerTask.Hello);

    public static bool IsWindows => OperatingSystem.IsWindows();

    [Theory(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    [InlineData("exit 3", "The worker of head ended at Hello.")]
    [InlineData("echo it broke >&2; exit 3", "The worker of head ended at Hello and said: it broke")]
    [InlineData("read line; echo nonsense", "The worker of head answered Hello with something else than one JSON object.")]
    [InlineData("read line; echo '[]'", "The worker of head answered Hello with something else than one JSON object.")]
    [InlineData("read line; echo null", "The worker of head answered Hello with something else than one JSON object.")]
    [InlineData("read line; echo '{\"protocol\":1e400}'", "The worker of head answered Hello with something else than one JSON object.")]
    [InlineData("read line; echo '{\"unheardOf\":1}'", "The worker of head answered Hello with something else than one JSON object.")]
    [InlineData("read line; echo '{\"protocol\":0}'", "The worker of head answered Hello with no protocol version.")]
    [InlineData("read line; echo '{\"protocol\":1,\"processorCount\":1,\"operationsPerWrite\":11,\"nanosecondsPerTurn\":1,\"states\":[null]}'", "The worker of head answered Hello with a state that cannot be.")]
    [InlineData("read line; printf '%s\\n' '{\"error\":\"two\\nlines \\u001b[31m\"}'", "The worker of head failed at Hello: two lines \uFFFD[31m")]
    [InlineData("read line; yes | tr -d '\\n'", "The worker of head answered Hello with an endless line.")]
    public void Ask_WorkerThatMisbehaves_IsOneClearLine(string script, string message)
    {
        using var worker = Shell(script);

        Assert.Equal(message, Assert.Throws<WorkerException>(() => worker.Ask<HelloAnswer>(Hello, Ample)).Message);
    }

    [Theory(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    [InlineData("{\"nanoseconds\":0}")]
    [InlineData("{\"nanoseconds\":-1}")]
    [InlineData("{\"nanoseconds\":1,\"allocatedBytes\":-1}")]
    [InlineData("{\"nanoseconds\":\"NaN\"}")]
    [InlineData("{\"nanoseconds\":1e999}")]
    public void Ask_SliceThatCannotBe_IsRefused(string answer)
    {
        using var worker = Shell($"read line; echo '{answer}'");

        Assert.Throws<WorkerException>(() => worker.Ask<SliceAnswer>(new WorkerRequest(WorkerTask.Slice, "Lock"), Ample));
    }

    [Fact(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Ask_WorkerThatDoesNotAnswer_IsKilled()
    {
        using var worker = Shell("read line; sleep 1000 & sleep 1000");
        using var process = Process.GetProcessById(worker.Id);

        var error = Assert.Throws<WorkerException>(() => worker.Ask<HelloAnswer>(Hello, TimeSpan.FromMilliseconds(1)));

        Assert.Equal("The worker of head did not answer Hello within 0 s.", error.Message);
        Assert.True(process.WaitForExit(Ample));
    }

    [Fact]
    public void Start_ProgramThatIsNotThere_IsOneClearLine() =>
        Assert.StartsWith("The worker of head did not start: ", Assert.Throws<WorkerException>(() => WorkerProcess.Start(
            new WorkerCommand("head", "no-such-program", [], new Dictionary<string, string>()))).Message, StringComparison.Ordinal);

    [Fact(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Start_RuntimeSettings_AreThoseOfTheCommandAlone()
    {
        // A name that no runtime knows: other tests start processes meanwhile, which inherit it.
        Environment.SetEnvironmentVariable("DOTNET_KeyedStateTest", "1");
        try
        {
            using var worker = WorkerProcess.Start(new WorkerCommand(
                "head", "sh", ["-c", "read line; echo \"{\\\"error\\\":\\\"$DOTNET_KeyedStateTest/$DOTNET_TieredCompilation\\\"}\""],
                new Dictionary<string, string> { ["DOTNET_TieredCompilation"] = "0" }));

            Assert.EndsWith(": /0", Assert.Throws<WorkerException>(() => worker.Ask<HelloAnswer>(Hello, Ample)).Message, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("DOTNET_KeyedStateTest", null);
        }
    }

    [Fact]
    public void Dispose_RealWorker_EndsIt()
    {
        var worker = OwnWorker.Start();
        using var process = Process.GetProcessById(worker.Id);

        Assert.Contains(worker.Ask<HelloAnswer>(Hello, Ample).States, state => state.Name == "Lock");
        worker.Dispose();

        Assert.True(process.WaitForExit(Ample));
    }

    private static WorkerProcess Shell(string script) =>
        WorkerProcess.Start(new WorkerCommand("head", "sh", ["-c", script], new Dictionary<string, string>()));
}
