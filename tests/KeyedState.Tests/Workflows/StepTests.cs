namespace KeyedState.Tests.Workflows;

/// <summary>Runs the shell of every step that has any.</summary>
public sealed class StepTests
{
    private const string Program = "dotnet run -c Release --project bench/KeyedState.Benchmarks --";

    // What a runner would put in the place of a step's expressions.
    private static readonly Dictionary<string, string> Expressions = new()
    {
        ["${{ github.event.pull_request.number }}"] = "7",
        ["${{ github.token }}"] = "token",
        ["${{ github.repository }}"] = "owner/name",
        ["${{ github.event.workflow_run.id }}"] = "5",
        ["${{ github.event.workflow_run.head_sha }}"] = "abc",
        ["${{ github.event.workflow_run.head_repository.id }}"] = "9",
    };

    public static TheoryData<string, string, string> Steps =>
    [
        .. Workflow.All.SelectMany(workflow => workflow.Jobs).SelectMany(job => job.Steps).Where(step => step.Run is not null)
            .Select(step => (step.Job.Workflow.Name, step.Job.Name, step.Name)),
    ];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Step_NothingStandsAgainstIt_EndsWithZero(string workflow, string job, string step)
    {
        ScriptSandbox.SkipWhereAbsent("git", "jq", "unzip");
        using var sandbox = new ScriptSandbox();
        GateCommentTests.Answer(sandbox, "fine");
        sandbox.AddOrigin();
        sandbox.Write(Path.Combine(sandbox.Temp, "nightly", "results", "machine", "headline", "runs", "20260101T000000Z.json"), "{}");

        var (code, output) = Run(sandbox, Step(workflow, job, step));

        Assert.True(code == 0, output);
    }

    [Fact]
    public void CiSteps_OfOtherSystems_BuildAndTest()
    {
        ScriptSandbox.SkipWhereAbsent("git");
        using var sandbox = new ScriptSandbox();

        Run(sandbox, Step("ci.yml", "elsewhere", "Build"));
        Run(sandbox, Step("ci.yml", "elsewhere", "Test"));

        Assert.Equal(["dotnet build Benchmarks.sln -c Release -warnaserror", "dotnet test -c Release --solution Benchmarks.sln"], sandbox.Calls);
    }

    [Theory]
    [InlineData("0", 0, "")]
    [InlineData("1", 1, "::error title=gate::At least one state became slower")]
    [InlineData("3", 0, "::warning title=gate::Not everything could be judged")]
    [InlineData("2", 2, "::error title=gate::The gate could not run and ended with 2")]
    [InlineData("134", 134, "::error title=gate::The gate could not run and ended with 134")]
    public void GateStep_GateEnds_EndsAsItsVerdictSays(string gate, int expected, string said)
    {
        ScriptSandbox.SkipWhereAbsent("git");
        using var sandbox = new ScriptSandbox();
        sandbox["GATE_EXIT"] = gate;

        var (code, output) = Run(sandbox, Step("gate.yml", "measure", "Base against head"));

        Assert.Equal(expected, code);
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.Equal(["No state changed."], sandbox.Summary);
        var folder = Path.Combine(sandbox.Temp, "gate");
        Assert.Equal([$"{Program} gate --project bench/KeyedState.Benchmarks --base HEAD^1 --head HEAD --json {folder}/gate.json --markdown {folder}/comment.md"], sandbox.Calls);
    }

    [Theory]
    [InlineData("0", 2)]
    [InlineData("1", 2)]
    [InlineData("3", 2)]
    public void GateStep_NoPage_IsNoVerdict(string gate, int expected)
    {
        ScriptSandbox.SkipWhereAbsent("git");
        using var sandbox = new ScriptSandbox();
        sandbox["GATE_EXIT"] = gate;
        sandbox["GATE_PAGE"] = string.Empty;

        Assert.Equal(expected, Run(sandbox, Step("gate.yml", "measure", "Base against head")).ExitCode);
    }

    [Fact]
    public void GateStep_NothingMeasuredChanged_MeasuresNothing()
    {
        ScriptSandbox.SkipWhereAbsent("git");
        using var sandbox = new ScriptSandbox();
        sandbox.Write("docs/page.md", "page");
        sandbox.Commit();

        var (code, output) = Run(sandbox, Step("gate.yml", "measure", "Base against head"));

        Assert.Equal(0, code);
        Assert.Contains("Nothing that is measured has changed", output, StringComparison.Ordinal);
        Assert.Empty(sandbox.Calls);
    }

    [Theory]
    [InlineData("0", "0", 0)]
    [InlineData("0", "1", 1)]
    [InlineData("1", "0", 1)]
    [InlineData("0", "2", 2)]
    public void NightlyStep_RunAndHistoryEnd_EndsWithTheWorseAndKeepsTheResults(string run, string history, int expected)
    {
        ScriptSandbox.SkipWhereAbsent("git");
        using var sandbox = new ScriptSandbox();
        sandbox["RUN_EXIT"] = run;
        sandbox["HISTORY_EXIT"] = history;

        var (code, output) = Run(sandbox, Step("nightly.yml", "measure", "Headline run and history"));

        Assert.True(expected == code, output);
        Assert.Equal(["stored=true"], sandbox.Outputs);
        Assert.Equal(["the report", "the history"], sandbox.Summary);
        Assert.All(
            [Path.Combine("runs", "20260202T000000Z.json"), Path.Combine("far", "benchmarkdotnet", "Cost-report-full.json")],
            file => Assert.True(File.Exists(Path.Combine(sandbox.Temp, "nightly", "results", "machine", "headline", file)), file));
        Assert.Equal(
            [$"{Program} run --suite headline", $"{Program} history --machine machine --suite headline --fail-on-new"], sandbox.Calls);
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("2", 2)]
    public void NightlyStep_RunStoresNothing_FailsAndKeepsNothing(string run, int expected)
    {
        ScriptSandbox.SkipWhereAbsent("git");
        using var sandbox = new ScriptSandbox();
        sandbox["RUN_EXIT"] = run;
        sandbox["RUN_STORES"] = "false";

        Assert.Equal(expected, Run(sandbox, Step("nightly.yml", "measure", "Headline run and history")).ExitCode);
        Assert.Empty(sandbox.Outputs);
    }

    [Fact]
    public void NightlySteps_TwoNights_AddToOneBranchOfResultsOnly()
    {
        ScriptSandbox.SkipWhereAbsent("git");
        using var sandbox = new ScriptSandbox();
        sandbox.AddOrigin();
        sandbox.Write(Path.Combine(sandbox.Temp, "nightly", "results", "machine", "headline", "runs", "20260101T000000Z.json"), "{}");
        Assert.Equal(0, Run(sandbox, Step("nightly.yml", "publish", "Add the results to their branch")).ExitCode);
        Directory.Delete(Path.Combine(sandbox.Temp, "nightly"), recursive: true);
        sandbox.Git("fetch --quiet origin");

        var measured = Run(sandbox, Step("nightly.yml", "measure", "Headline run and history"));
        var published = Run(sandbox, Step("nightly.yml", "publish", "Add the results to their branch"));

        Assert.True(measured.ExitCode == 0, measured.Output);
        Assert.True(published.ExitCode == 0, published.Output);
        Assert.Equal("2", sandbox.GitOutput($"-C {sandbox.Origin} rev-list --count nightly-results"));
        Assert.Equal(
            [
                "results/machine/headline/far/report.md",
                "results/machine/headline/runs/20260101T000000Z.json",
                "results/machine/headline/runs/20260202T000000Z.json",
            ],
            sandbox.GitOutput($"-C {sandbox.Origin} ls-tree -r --name-only nightly-results").Split('\n'));
    }

    private static (int ExitCode, string Output) Run(ScriptSandbox sandbox, WorkflowStep step)
    {
        foreach (var (variable, value) in step.Environment)
        {
            sandbox[variable] = Expressions[value!];
        }

        return sandbox.Run(step.Run!);
    }

    private static WorkflowStep Step(string workflow, string job, string step) =>
        Workflow.Named(workflow).Jobs.Single(known => known.Name == job).Steps.Single(known => known.Name == step);
}
