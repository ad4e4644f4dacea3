namespace KeyedState.Results;

/// <summary>Which way a metric is good.</summary>
public enum Better
{
    /// <summary>Less is better.</summary>
    Lower,

    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Neither: it describes and does not judge.</summary>
    Neither,
}
