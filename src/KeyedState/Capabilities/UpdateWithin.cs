namespace KeyedState;

/// <summary>What an update does that is awaited within the code of another one of the same key.</summary>
public enum UpdateWithin
{
    /// <summary>It throws <see cref="InvalidOperationException"/>.</summary>
    Refused,

    /// <summary>It waits for ever, or until its token is cancelled.</summary>
    Deadlocks,
}
