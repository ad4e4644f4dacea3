namespace KeyedState.Results;

/// <summary>The cores that a launch may use.</summary>
public enum Cores
{
    /// <summary>One, to which the process is bound from its first instruction.</summary>
    One,

    /// <summary>All that the run had.</summary>
    All,
}
