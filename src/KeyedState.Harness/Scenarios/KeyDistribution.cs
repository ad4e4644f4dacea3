namespace KeyedState.Harness;

/// <summary>How often each key of a scenario is drawn.</summary>
public enum KeyDistribution : byte
{
    /// <summary>Every key with the same probability.</summary>
    Uniform,

    /// <summary>
    /// The key of rank r, from 1, in proportion to r to the power of −0.99, as YCSB has it (B. F. Cooper et al., Benchmarking Cloud Serving
    /// Systems with YCSB, SoCC 2010, doi:10.1145/1807128.1807152). The ranks are scattered over the keys, so that popular keys are no neighbours.
    /// </summary>
    Zipf,

    /// <summary>One key in 90 of 100 draws, and each of the others with the same probability.</summary>
    HotKey,

    /// <summary>Every key with the same probability, drawn from a table like those that aren't alike, so that a comparison with them holds the keys' popularity alone.</summary>
    UniformByTable,
}
