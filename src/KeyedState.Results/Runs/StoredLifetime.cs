namespace KeyedState.Results;

/// <summary>How long a state lives while it is measured.</summary>
public enum StoredLifetime
{
    /// <summary>Every iteration has a state of its own.</summary>
    Iteration,

    /// <summary>One state lives as long as the launch.</summary>
    Launch,
}
