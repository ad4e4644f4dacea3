namespace KeyedState.Benchmarks.Suites.Latency;

/// <summary>Which states a run of the latency suite was asked for.</summary>
internal enum LatencyChoice
{
    /// <summary>Those that most people choose between, within ten minutes.</summary>
    Usual,

    /// <summary>Those that were named, within ten minutes.</summary>
    Named,

    /// <summary>All, however long that takes.</summary>
    All,
}
