namespace KeyedState.Results;

/// <summary>What two runs may differ in besides their figures, in the order in which a title names it.</summary>
public enum RunAspect
{
    /// <summary>The processor, its model, the number of logical cores, the system or the architecture.</summary>
    Machine,

    /// <summary>A figure or a part of the machine's card.</summary>
    Card,

    /// <summary>The runtime or its collector's mode.</summary>
    Runtime,

    /// <summary>BenchmarkDotNet's version.</summary>
    BenchmarkDotNet,

    /// <summary>The suite.</summary>
    Suite,

    /// <summary>What the callers did.</summary>
    Scenario,

    /// <summary>The cores, the runtime's settings or the states' lifetime in a look.</summary>
    Placement,

    /// <summary>How a look's launches drove their states.</summary>
    Protocol,

    /// <summary>The commit, or changes that were not committed.</summary>
    Source,

    /// <summary>When they were made: more than a week apart.</summary>
    Age,
}
