namespace KeyedState.Harness;

/// <summary>How long one instance of a state is driven.</summary>
public enum StateLifetime
{
    /// <summary>As long as the process, as its users have it.</summary>
    Launch,

    /// <summary>
    /// One iteration. Where a state's objects lie in memory decides up to a fifth of an operation's time, for as long as the
    /// state lives.
    /// </summary>
    Iteration,
}
