namespace KeyedState.Results;

/// <summary>The cores that a launch may use.</summary>
public enum Cores
{
    /// <summary>One, to which the process is bound from its first instruction.</summary>
    One,

    /// <summary>Several, but not all, to which the process is bound from its first instruction. The axis of cores says how many.</summary>
    Some,

    /// <summary>All that the run had.</summary>
    All,
}
