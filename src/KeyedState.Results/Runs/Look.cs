using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>
/// One of the ways in which states are measured: the two of every run, and one more of the gate. They run under different
/// settings, so that figures of two of them are never divided by each other.
/// </summary>
[JsonConverter(typeof(LookConverter))]
public sealed class Look
{
    private Look(string name, Metric metric) => (Name, Metric) = (name, metric);

    /// <summary>One core and quiet runtime settings: what an operation costs without contention.</summary>
    public static Look OneCore { get; } = new("one core", Metric.Cost);

    /// <summary>All cores, and code that is compiled as users have it: what all callers do together.</summary>
    public static Look AllCores { get; } = new("all cores", Metric.Throughput);

    /// <summary>All cores at a rate that is the same for all states: how long the slowest hundredth of the operations takes. Only the gate has it, on request.</summary>
    public static Look Latency { get; } = new("latency", Metric.ServiceTail);

    /// <summary>Those of a run, in the order in which runs and pages have them.</summary>
    public static IReadOnlyList<Look> All { get; } = [OneCore, AllCores];

    /// <summary>Those of the gate, likewise.</summary>
    public static IReadOnlyList<Look> OfGate { get; } = [.. All, Latency];

    /// <summary>The name, such as "one core". It follows "on" in a sentence.</summary>
    public string Name { get; }

    /// <summary>The name where a space ends a word, as in file names and in Go's benchmark format: "one-core".</summary>
    public string Key => Name.Replace(' ', '-');

    /// <summary>What the look measures of a state, and so how its launches become a figure.</summary>
    public Metric Metric { get; }

    /// <summary>The place in <see cref="OfGate"/>, from 0.</summary>
    public int Order => this == OneCore ? 0 : this == AllCores ? 1 : 2;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
