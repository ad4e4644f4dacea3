namespace KeyedState.Benchmarks.Suites;

/// <summary>Which states a run of a suite of series was asked for.</summary>
internal enum StateChoice
{
    /// <summary>Those that most people choose between, within the suite's time.</summary>
    Usual,

    /// <summary>Those that were named, within the suite's time.</summary>
    Named,

    /// <summary>All, however long that takes.</summary>
    All,
}
