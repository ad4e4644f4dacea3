namespace KeyedState.Tests.Workflows;

/// <summary>A step of a job.</summary>
internal sealed record WorkflowStep(WorkflowJob Job, IReadOnlyDictionary<string, object?> Root)
{
    public string Name => (string?)Root.GetValueOrDefault("name") ?? Uses ?? string.Empty;

    public string? Uses => (string?)Root.GetValueOrDefault("uses");

    public string? Run => (string?)Root.GetValueOrDefault("run");

    public IReadOnlyDictionary<string, string?> Inputs => Strings("with");

    public IReadOnlyDictionary<string, string?> Environment => Strings("env");

    private Dictionary<string, string?> Strings(string key) =>
        Workflow.Map(Root.GetValueOrDefault(key)).ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
}
