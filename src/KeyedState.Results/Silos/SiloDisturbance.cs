namespace KeyedState.Results;

/// <summary>What was done to a silo.</summary>
public enum SiloDisturbance
{
    /// <summary>Its process was ended without a warning (SIGKILL).</summary>
    Killed,

    /// <summary>Its process was stopped (SIGSTOP) until the cluster had given it up, and then let go on (SIGCONT).</summary>
    Stopped,
}
