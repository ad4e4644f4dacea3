namespace KeyedState;

/// <summary>What an operation does while the code of an exclusive update runs.</summary>
public enum DuringUpdate
{
    /// <summary>It goes on at once; a read of the key sees the value from before.</summary>
    GoesOn,

    /// <summary>It waits until the code has ended.</summary>
    Waits,

    /// <summary>It waits if its key happens to share something with the update's key, such as a stripe of locks.</summary>
    MayWait,
}
