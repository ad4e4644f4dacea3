namespace KeyedState;

/// <summary>An owner that runs its callers itself, and so has to be watched for one that blocks.</summary>
internal interface IWatchedOwner
{
    /// <summary>Whether no thread is at work for the owner.</summary>
    bool IsIdle { get; }

    /// <summary>Replaces the threads that have not come on since the last look.</summary>
    void ReplaceStuck();
}
