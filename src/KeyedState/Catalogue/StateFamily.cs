namespace KeyedState;

/// <summary>The idea by which a state is owned.</summary>
public enum StateFamily
{
    /// <summary>Not a design to choose but a bound that the others are held against.</summary>
    Limit,

    /// <summary>One worker owns the dictionary; callers send it requests and wait for replies.</summary>
    ChannelOwner,

    /// <summary>Callers take a lock and touch the dictionary themselves.</summary>
    Lock,

    /// <summary>A dictionary that is itself safe for concurrent callers.</summary>
    Dictionary,

    /// <summary>Callers read a copy that nobody changes, and a write puts another in its place.</summary>
    CopyOnWrite,

    /// <summary>Callers read without a lock and do it again if somebody wrote meanwhile.</summary>
    Optimistic,

    /// <summary>A caller that finds the state free does its own operation, and then those of callers that came meanwhile.</summary>
    Delegation,

    /// <summary>A mailbox that is scheduled only while it has mail.</summary>
    Actor,

    /// <summary>A key-value store that is a library of its own, with sessions, a log and a memory of its own.</summary>
    Store,
}
