namespace KeyedState;

/// <summary>What a caller that blocks its thread, after its reply, does to the other callers.</summary>
public enum BlockingCallerEffect
{
    /// <summary>Nothing: only the blocked caller waits.</summary>
    DelaysNobody,

    /// <summary>The others may wait for a bounded time, then go on.</summary>
    DelaysOthers,

    /// <summary>The callers that are answered in the same batch wait as long as it blocks; the owner goes on.</summary>
    StopsItsBatch,

    /// <summary>The owner waits as long as the caller blocks, and everybody with it.</summary>
    StopsEveryone,
}
