using System.Text.RegularExpressions;
using KeyedState.Benchmarks.Environments;
using KeyedState.Regression;
using KeyedState.Results;
using KeyedState.Tests.Workflows;

namespace KeyedState.Tests.Docs;

/// <summary>The page shows the example as it is, and speaks of the workflows that are there.</summary>
public sealed partial class CiPageTests
{
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);
    private static readonly Page Page = Page.At("docs/ci.md");

    [Fact]
    public void Page_ItsProject_IsTheExample() =>
        Assert.Equal(Page.At("examples/YourStates/YourStates.csproj").Text, Assert.Single(Page.Blocks("xml")));

    [Fact]
    public void Page_ItsCode_IsTheExample() => Assert.Equal(
        [Page.At("examples/YourStates/Program.cs").Text, Page.At("examples/YourStates/SnapshotState.cs").Text], Page.Blocks("csharp"));

    /// <summary>What the page has another repository do, in one where this one is checked out as a submodule.</summary>
    [Fact]
    public void Page_Recipe_MakesTheCopiesFit()
    {
        ScriptSandbox.SkipWhereAbsent("git");
        using var sandbox = new ScriptSandbox();
        foreach (var file in (string[])[".ci/gate", ".ci/gate-comment", ".github/workflows/gate.yml", ".github/workflows/gate-comment.yml", "examples/YourStates/YourStates.csproj"])
        {
            sandbox.Write($"keyed-state/{file}", Page.At(file).Text);
        }

        foreach (var block in Page.Blocks("sh").Where(block => block.Contains("cp ", StringComparison.Ordinal)))
        {
            var (code, output) = sandbox.Run(block.Replace("git submodule add ADDRESS keyed-state\n", string.Empty, StringComparison.Ordinal));
            Assert.True(code == 0, output);
        }

        var gate = sandbox.Read(".github/workflows/gate.yml");
        Assert.Contains("<Suite>../keyed-state</Suite>", sandbox.Read("YourStates/YourStates.csproj"), StringComparison.Ordinal);
        Assert.Contains("\nreadonly project=YourStates\n", sandbox.Read(".ci/gate"), StringComparison.Ordinal);
        Assert.Contains("if git diff --quiet 'HEAD^1' HEAD -- YourStates keyed-state; then", gate, StringComparison.Ordinal);
        Assert.Contains(Workflow.Parse("gate.yml", gate).Jobs.Single().Steps, step => step.Inputs.GetValueOrDefault("submodules") == "recursive");
        Assert.Contains(Workflow.Parse("gate.yml", gate).Jobs.Single().Steps, step => step.Inputs.GetValueOrDefault("global-json-file") == "keyed-state/global.json");
        Assert.Equal(Page.At(".github/workflows/gate-comment.yml").Text, sandbox.Read(".github/workflows/gate-comment.yml"));
    }

    /// <summary>The example as a worker of the gate: its own state beside the limits, checked and driven.</summary>
    [Fact]
    public void Example_AsAWorker_DrivesItsStates()
    {
        var example = new PublishedBuild(new GateSide("example", null, Changed: false), DotnetHost.Path, typeof(YourStates.SnapshotState).Assembly.Location);
        using var worker = WorkerProcess.Start(example.Worker("example", new Dictionary<string, string>()));

        var states = worker.Ask<HelloReply>(new WorkerRequest(WorkerTask.Hello), Ample).States.Select(state => state.Name);
        var check = worker.Ask<CheckReply>(new WorkerRequest(WorkerTask.Check, "Snapshot"), Ample);
        var slice = worker.Ask<SliceReply>(new WorkerRequest(WorkerTask.Slice, "Snapshot"), Ample);

        Assert.Equal(["AsynchronousFloor", "Empty", "Unsynchronised", "UnsynchronisedProbedTable", "Snapshot"], states);
        Assert.Null(check.Violation);
        Assert.InRange(check.Operations, 100_000, int.MaxValue);
        Assert.True(LaunchNote.Read(slice.Note)!.Of(Metric.Time)[0] > 0);
    }

    /// <summary>The example's own command line: the states that it verifies are its own, each in a process of its own program.</summary>
    [Fact]
    public void Example_Verify_VerifiesItsStates()
    {
        var example = typeof(YourStates.SnapshotState).Assembly.Location;

        var (code, output, errors) = ExternalProcess.Run(
            DotnetHost.Path, RepositoryFolder.Path, CancellationToken.None, example, "verify", "--operations", "3000", "--seed", "7");

        Assert.Equal((0, ""), (code, errors));
        Assert.Matches(@"^Verifying 1 state, each in a process of its own \(seed 7\)\.\r?\nSnapshot +[34],\d{3} operations  +\d+\.\d s  linearizable\r?\n$", output);
    }

    [Fact]
    public void Page_Workflows_AreAllThereAre() => Assert.Equal(
        Workflow.All.Select(workflow => $"../.github/workflows/{workflow.Name}").Order(StringComparer.Ordinal),
        Page.Links.Where(link => link.EndsWith(".yml", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Page_RunnerVariables_AreThoseOfTheWorkflows() => Assert.All(
        Workflow.All.SelectMany(workflow => Variable().Matches(workflow.Text)).Select(match => match.Groups["name"].Value),
        variable => Assert.Contains($"`{variable}`", Page.Text, StringComparison.Ordinal));

    [GeneratedRegex(@"vars\.(?<name>\w+)")]
    private static partial Regex Variable();
}
