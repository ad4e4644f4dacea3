using YamlDotNet.Serialization;

namespace KeyedState.Tests.Workflows;

/// <summary>A workflow file as its YAML says it.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Text">The file as it stands, comments included.</param>
/// <param name="Root">What the YAML holds.</param>
internal sealed record Workflow(string Name, string Text, IReadOnlyDictionary<string, object?> Root)
{
    /// <summary>Every workflow of the repository.</summary>
    public static IReadOnlyList<Workflow> All { get; } =
    [
        .. Directory.GetFiles(RepositoryFolder.At(".github", "workflows"))
            .Order(StringComparer.Ordinal)
            .Select(path => Parse(Path.GetFileName(path), File.ReadAllText(path))),
    ];

    public IEnumerable<WorkflowJob> Jobs =>
        Map(Root["jobs"]).Select(job => new WorkflowJob(this, job.Key, Map(job.Value)));

    public static Workflow Named(string name) => All.Single(workflow => workflow.Name == name);

    public static Workflow Parse(string name, string text) =>
        new(name, text, Map(new DeserializerBuilder().Build().Deserialize<object>(text)));

    /// <summary>What YAML holds at one place as a map; empty where there is none.</summary>
    public static IReadOnlyDictionary<string, object?> Map(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> map => map,
        IDictionary<object, object?> map => map.ToDictionary(pair => (string)pair.Key, pair => pair.Value),
        _ => new Dictionary<string, object?>(),
    };
}
