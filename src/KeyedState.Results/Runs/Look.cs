namespace KeyedState.Results;

/// <summary>One of the two ways in which fixed work is looked at. Figures of the two are never divided by each other.</summary>
public enum Look
{
    /// <summary>One core, quiet runtime settings: what an operation costs without contention.</summary>
    Cost,

    /// <summary>All cores, the runtime's defaults: what users get.</summary>
    Throughput,
}
