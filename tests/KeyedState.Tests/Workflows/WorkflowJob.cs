namespace KeyedState.Tests.Workflows;

/// <summary>A job of a workflow.</summary>
internal sealed record WorkflowJob(Workflow Workflow, string Name, IReadOnlyDictionary<string, object?> Root)
{
    public IEnumerable<WorkflowStep> Steps =>
        ((IEnumerable<object?>)Root["steps"]!).Select(step => new WorkflowStep(this, Workflow.Map(step)));

    /// <summary>What the job's token may do: its own permissions, or else the workflow's; null where neither says.</summary>
    public IReadOnlyDictionary<string, string?>? Permissions =>
        Root.TryGetValue("permissions", out var own) || Workflow.Root.TryGetValue("permissions", out own)
            ? Workflow.Map(own).ToDictionary(pair => pair.Key, pair => (string?)pair.Value)
            : null;
}
