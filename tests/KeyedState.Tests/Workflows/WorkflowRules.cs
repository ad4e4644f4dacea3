using System.Globalization;
using System.Text.RegularExpressions;

namespace KeyedState.Tests.Workflows;

/// <summary>What every workflow here keeps to, as findings against one that does not.</summary>
internal static partial class WorkflowRules
{
    public static IEnumerable<string> Findings(Workflow workflow) =>
    [
        .. UnpinnedActions(workflow),
        .. LooseWorkflow(workflow),
        .. workflow.Jobs.SelectMany(LooseJob),
        .. workflow.Jobs.SelectMany(job => job.Steps).SelectMany(LooseStep),
    ];

    // A tag can be moved to other code; a commit can't. The comment says to people which version it is.
    private static IEnumerable<string> UnpinnedActions(Workflow workflow) =>
        from line in workflow.Text.Split('\n')
        where Uses().IsMatch(line) && !PinnedUses().IsMatch(line)
        select $"not pinned: {line.Trim()}";

    private static IEnumerable<string> LooseWorkflow(Workflow workflow)
    {
        if (!workflow.Root.ContainsKey("permissions"))
        {
            yield return "no permissions";
        }

        if (Workflow.Map(workflow.Root.GetValueOrDefault("permissions")).Values.Any(right => (string?)right != "read"))
        {
            yield return "more than reading for all jobs";
        }

        var shell = Workflow.Map(Workflow.Map(workflow.Root.GetValueOrDefault("defaults")).GetValueOrDefault("run")).GetValueOrDefault("shell");
        if ((string?)shell != "bash")
        {
            yield return "the shell is the runner's choice";
        }

        // It would run with the secrets of this repository, on behalf of a stranger.
        if (Workflow.Map(workflow.Root["on"]).ContainsKey("pull_request_target"))
        {
            yield return "pull_request_target";
        }
    }

    private static IEnumerable<string> LooseJob(WorkflowJob job)
    {
        if (!int.TryParse((string?)job.Root.GetValueOrDefault("timeout-minutes"), CultureInfo.InvariantCulture, out _))
        {
            yield return $"{job.Name}: no timeout";
        }

        if (IsOnPullRequests(job.Workflow) && job.Permissions?.Values.Any(right => right != "read") != false)
        {
            yield return $"{job.Name}: it runs a pull request's code and may write";
        }

        if (IsOnPullRequests(job.Workflow) && job.Workflow.Text.Contains("secrets.", StringComparison.Ordinal))
        {
            yield return $"{job.Name}: it runs a pull request's code and has a secret";
        }
    }

    private static IEnumerable<string> LooseStep(WorkflowStep step)
    {
        if (step.Run?.Contains("${{", StringComparison.Ordinal) == true)
        {
            yield return $"{step.Name}: an expression becomes part of the script";
        }

        if (step.Uses?.StartsWith("actions/checkout@", StringComparison.Ordinal) != true)
        {
            yield break;
        }

        var persist = step.Job.Permissions?.GetValueOrDefault("contents") == "write" ? "true" : "false";
        if (step.Inputs.GetValueOrDefault("persist-credentials") != persist)
        {
            yield return $"{step.Job.Name}: persist-credentials is not {persist}";
        }

        if (!IsOnPullRequests(step.Job.Workflow) && (step.Inputs.ContainsKey("ref") || step.Inputs.ContainsKey("repository")))
        {
            yield return $"{step.Job.Name}: it checks out what somebody else names";
        }
    }

    private static bool IsOnPullRequests(Workflow workflow) => Workflow.Map(workflow.Root["on"]).ContainsKey("pull_request");

    [GeneratedRegex(@"^\s*(?:-\s+)?uses:")]
    private static partial Regex Uses();

    [GeneratedRegex(@"uses: [\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+\s*$")]
    private static partial Regex PinnedUses();
}
