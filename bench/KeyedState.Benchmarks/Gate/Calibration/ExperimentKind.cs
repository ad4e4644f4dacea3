namespace KeyedState.Benchmarks.Gate;

/// <summary>What the answer of an experiment is known to be.</summary>
internal enum ExperimentKind
{
    /// <summary>No difference: the base runs against itself.</summary>
    Same,

    /// <summary>No difference but of layout: the head has an unrelated change.</summary>
    Unrelated,

    /// <summary>A slowdown of a known size.</summary>
    Planted,
}
