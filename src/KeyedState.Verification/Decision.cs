namespace KeyedState.Verification;

/// <summary>What is known of a history.</summary>
public enum Decision
{
    /// <summary>An order of effects explains it.</summary>
    Linearizable,

    /// <summary>None does.</summary>
    NotLinearizable,

    /// <summary>Nobody knows: the checker doesn't cover such a history, or its search took too many steps.</summary>
    Unknown,
}
