using System.Text.RegularExpressions;
using KeyedState.Benchmarks.Environments;

namespace KeyedState.Tests.Workflows;

public sealed partial class WorkflowTests
{
    private const string Loose = """
        on: { pull_request_target: {}, pull_request: {} }
        permissions: { contents: write }
        jobs:
          job:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v7
              - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
              - run: echo "${{ github.event.pull_request.title }}"
                env:
                  TOKEN: ${{ secrets.TOKEN }}
        """;

    public static TheoryData<string> Names => [.. Workflow.All.Select(workflow => workflow.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Workflow_OfTheRepository_KeepsToEveryRule(string name) =>
        Assert.Empty(WorkflowRules.Findings(Workflow.Named(name)));

    [Fact]
    public void Findings_LooseWorkflow_NameEachFault() => Assert.Equal(
        [
            "not pinned: - uses: actions/checkout@v7",
            "not pinned: - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1",
            "more than reading for all jobs",
            "the shell is the runner's choice",
            "pull_request_target",
            "job: no timeout",
            "job: it runs a pull request's code and may write",
            "job: it runs a pull request's code and has a secret",
            "job: persist-credentials is not true",
            "job: persist-credentials is not true",
            ": an expression becomes part of the script",
        ],
        WorkflowRules.Findings(Workflow.Parse("loose.yml", Loose)));

    [Fact]
    public void Findings_CheckoutOfAnothersCommit_NameIt() => Assert.Contains(
        "comment: it checks out what somebody else names",
        WorkflowRules.Findings(Workflow.Parse("taken.yml", Workflow.Named("gate-comment.yml").Text.Replace(
            "persist-credentials: false", "persist-credentials: false\n          ref: ${{ github.event.workflow_run.head_sha }}", StringComparison.Ordinal))));

    [Theory]
    [InlineData("ci.yml", "linux", "contents: read")]
    [InlineData("ci.yml", "elsewhere", "contents: read")]
    [InlineData("gate.yml", "measure", "contents: read")]
    [InlineData("gate-comment.yml", "comment", "actions: read, contents: read, pull-requests: write")]
    [InlineData("nightly.yml", "measure", "contents: read")]
    [InlineData("nightly.yml", "publish", "contents: write")]
    public void Permissions_OfEachJob_AreTheLeast(string workflow, string job, string expected) =>
        Assert.Equal(expected, string.Join(", ", Workflow.Named(workflow).Jobs.Single(known => known.Name == job).Permissions!
            .Select(right => $"{right.Key}: {right.Value}").Order(StringComparer.Ordinal)));

    [Fact]
    public void Pins_OfOneAction_AreOneCommitEverywhere()
    {
        var pins = Workflow.All.SelectMany(workflow => Pin().Matches(workflow.Text)).Select(match => match.Value.TrimEnd()).Distinct();

        Assert.Distinct(pins.Select(pin => pin.Split('@')[0]));
    }

    [Fact]
    public void Nightly_SecondRun_WaitsForTheFirst()
    {
        var concurrency = Workflow.Map(Workflow.Named("nightly.yml").Root["concurrency"]);

        Assert.Equal("nightly", concurrency["group"]);
        Assert.Equal("false", concurrency["cancel-in-progress"]);
    }

    /// <summary>The gate looks for a base, and pages say what has changed since a run: a clone without the history knows neither.</summary>
    [Theory]
    [InlineData("ci.yml", "linux")]
    [InlineData("gate.yml", "measure")]
    [InlineData("nightly.yml", "measure")]
    [InlineData("nightly.yml", "publish")]
    public void Checkout_OfAJobThatAsksTheHistory_HasIt(string workflow, string job) => Assert.Equal(
        "0",
        Workflow.Named(workflow).Jobs.Single(known => known.Name == job).Steps
            .Where(step => step.Uses?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true).Select(step => step.Inputs.GetValueOrDefault("fetch-depth")).Single());

    [Fact]
    public void GateComment_Trigger_IsTheGateByItsName() => Assert.Equal(
        [Workflow.Named("gate.yml").Root["name"]],
        (IEnumerable<object?>)Workflow.Map(Workflow.Map(Workflow.Named("gate-comment.yml").Root["on"])["workflow_run"])["workflows"]!);

    /// <summary>What makes a stored run one with changes is what makes a pull request worth a measurement.</summary>
    [Fact]
    public void Gate_PathsThatItLooksAt_AreThoseThatAreMeasured()
    {
        var step = Workflow.Named("gate.yml").Jobs.SelectMany(job => job.Steps).Single(step => step.Name == "Base against head");
        var paths = MeasuredCall().Match(step.Run!).Groups["paths"].Value;

        Assert.Equal(
            MeasuredPaths.All, paths.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(path => path != "\\").Select(path => path.Trim('\'')));
    }

    [GeneratedRegex(@"git diff --quiet 'HEAD\^1' HEAD -- (?<paths>[^;]*);")]
    private static partial Regex MeasuredCall();

    [GeneratedRegex(@"[\w.-]+/[\w.-]+@[0-9a-f]{40} # .*$", RegexOptions.Multiline)]
    private static partial Regex Pin();
}
